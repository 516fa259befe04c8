-- One row per two figure reports that may give the same quantity: same measure and family of units, value near or both vague
with

keys as (
    select * from {{ ref('int_figures__keys') }}
),

rival_totals as (
    select * from {{ ref('int_figures__rival_totals') }}
),

told_pairs as (
    select * from {{ ref('int_figures__told_pairs') }}
),

steps as (
    select 0 as step_change
    union all
    select 1 as step_change
    union all
    select -1 as step_change
),

near_values as (
    select
        earlier.figure_report_id as earlier_id,
        later.figure_report_id as later_id,
        'near-value' as found_by
    from keys as later
    cross join steps
    inner join keys as earlier
        on
            later.measure = earlier.measure
            and later.unit_family = earlier.unit_family
            and later.value_step + steps.step_change = earlier.value_step
            and later.anchor_rank > earlier.anchor_rank
),

vague_values as (
    select
        earlier.figure_report_id as earlier_id,
        later.figure_report_id as later_id,
        'same-vague-words' as found_by
    from keys as later
    inner join keys as earlier
        on
            later.measure = earlier.measure
            and later.vague_kind = earlier.vague_kind
            and later.anchor_rank > earlier.anchor_rank
),

found as (
    select * from near_values
    union all
    select * from vague_values
    union all
    select
        rival_totals.earlier_id,
        rival_totals.later_id,
        'same-total' as found_by
    from rival_totals
    union all
    select
        told_pairs.earlier_id,
        told_pairs.later_id,
        told_pairs.found_by
    from told_pairs
)

select
    found.earlier_id,
    found.later_id,
    max(found.found_by) as found_by
from found
group by found.earlier_id, found.later_id
