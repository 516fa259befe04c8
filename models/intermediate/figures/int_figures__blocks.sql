-- One row per figure report, block and step of values in which it is looked for
with

keys as (
    select * from {{ ref('int_figures__keys') }}
),

items as (
    select * from {{ ref('int_figures__contexts') }}
    where context_kind = 'item'
),

-- values within a tenth of each other are in the same or in neighbouring steps; vague words only like themselves
steps as (
    select 0 as step_change
    union all
    select 1 as step_change
    union all
    select -1 as step_change
),

stepped as (
    select
        keys.figure_report_id,
        keys.anchor_rank,
        keys.measure,
        keys.place_code,
        keys.subject,
        keys.subject_actor_id,
        keys.digit_count,
        keys.base_value,
        steps.step_change = 0 as is_own_step,
        case
            when keys.vague_kind is null
                then concat_ws('', keys.unit_family, ' ', cast(keys.value_step + steps.step_change as {{ dbt.type_string() }}))
            else concat_ws('', 'vague ', keys.vague_kind)
        end as value_key
    from keys
    cross join steps
    where
        (keys.value_step is not null and keys.vague_kind is null)
        or (keys.vague_kind is not null and steps.step_change = 0)
),

-- all of its measure and value; those of its place, subject, actor and goods; and, where it tells something, of its very value
blocks as (
    select
        stepped.*,
        'any' as block_key
    from stepped
    union all
    select
        stepped.*,
        concat_ws('', 'place ', stepped.place_code) as block_key
    from stepped
    where stepped.place_code is not null
    union all
    select
        stepped.*,
        concat_ws('', 'subject ', stepped.subject) as block_key
    from stepped
    where stepped.subject is not null
    union all
    select
        stepped.*,
        concat_ws('', 'actor ', stepped.subject_actor_id) as block_key
    from stepped
    where stepped.subject_actor_id is not null
    union all
    select
        stepped.*,
        concat_ws('', 'item ', items.context_id) as block_key
    from stepped
    inner join items
        on stepped.figure_report_id = items.figure_report_id
    union all
    select
        stepped.*,
        concat_ws('', 'value ', cast(stepped.base_value as {{ dbt.type_string() }})) as block_key
    from stepped
    where
        stepped.digit_count >= 2
        and stepped.is_own_step
)

select
    blocks.figure_report_id,
    blocks.anchor_rank,
    blocks.measure,
    blocks.value_key,
    blocks.block_key,
    blocks.is_own_step,
    row_number() over (partition by blocks.measure, blocks.value_key, blocks.block_key order by blocks.anchor_rank) as place
from blocks
