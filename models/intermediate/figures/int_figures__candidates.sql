-- One row per two figure reports that may give the same quantity: same measure and family of units, value near or both vague
with

near_pairs as (
    select * from {{ ref('int_figures__near_pairs') }}
),

rival_totals as (
    select * from {{ ref('int_figures__rival_totals') }}
),

told_pairs as (
    select * from {{ ref('int_figures__told_pairs') }}
),

found as (
    select * from near_pairs
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
