-- One row per two figure reports that may give the same quantity: same measure and family of units, value near or both vague
with

keys as (
    select * from {{ ref('int_figures__keys') }}
),

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
        rival_totals.earlier_rank,
        rival_totals.later_rank,
        'same-total' as found_by
    from rival_totals
    union all
    select
        told_pairs.earlier_rank,
        told_pairs.later_rank,
        told_pairs.found_by
    from told_pairs
),

-- by ranks and not by ids: numbers are shorter, and the pairs are many
pairs as (
    select
        found.earlier_rank,
        found.later_rank,
        max(found.found_by) as found_by
    from found
    group by found.earlier_rank, found.later_rank
)

select
    earlier.figure_report_id as earlier_id,
    later.figure_report_id as later_id,
    pairs.earlier_rank,
    pairs.later_rank,
    pairs.found_by
from pairs
inner join keys as earlier
    on pairs.earlier_rank = earlier.anchor_rank
inner join keys as later
    on pairs.later_rank = later.anchor_rank
