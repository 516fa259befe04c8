-- One row per two figure reports of which somebody says how they belong together: a person's judgement, or an outlet's correction
with

keys as (
    select * from {{ ref('int_figures__keys') }}
),

judgements as (
    select * from {{ ref('int_judgements__pairs') }}
    where table_name = 'figures'
),

withdrawn as (
    select * from {{ ref('int_figures__withdrawn') }}
),

told as (
    select
        judgements.left_id,
        judgements.right_id,
        'judged' as found_by
    from judgements
    union all
    select
        withdrawn.wrong_report_id as left_id,
        withdrawn.right_report_id as right_id,
        'corrected' as found_by
    from withdrawn
)

select
    least(left_keys.anchor_rank, right_keys.anchor_rank) as earlier_rank,
    greatest(left_keys.anchor_rank, right_keys.anchor_rank) as later_rank,
    told.found_by
from told
inner join keys as left_keys
    on told.left_id = left_keys.figure_report_id
inner join keys as right_keys
    on
        told.right_id = right_keys.figure_report_id
        and left_keys.anchor_rank <> right_keys.anchor_rank
