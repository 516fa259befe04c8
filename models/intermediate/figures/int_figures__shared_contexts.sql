-- One row per candidate pair, with the actors and items that the two clauses name, together and each for itself
with

candidates as (
    select * from {{ ref('int_figures__candidates') }}
),

contexts as (
    select * from {{ ref('int_figures__contexts') }}
),

amounts as (
    select * from {{ ref('int_figures__amounts') }}
),

shared as (
    select
        candidates.earlier_rank,
        candidates.later_rank,
        count(*) filter (where earlier_contexts.context_kind = 'actor') as shared_context_count,
        count(*) filter (where earlier_contexts.context_kind = 'item') as shared_item_count
    from candidates
    inner join contexts as earlier_contexts
        on candidates.earlier_id = earlier_contexts.figure_report_id
    inner join contexts as later_contexts
        on
            candidates.later_id = later_contexts.figure_report_id
            and earlier_contexts.context_id = later_contexts.context_id
    group by candidates.earlier_rank, candidates.later_rank
),

items_named as (
    select
        contexts.figure_report_id,
        count(*) as item_count,
        -- things that are counted are told apart by their own names; amounts and rates by all goods of the clause
        count(*) filter (where contexts.is_counted or amounts.unit_family <> 'count') as goods_count
    from contexts
    inner join amounts
        on contexts.figure_report_id = amounts.figure_report_id
    where contexts.context_kind = 'item'
    group by contexts.figure_report_id
)

select
    candidates.earlier_rank,
    candidates.later_rank,
    coalesce(shared.shared_context_count, 0) as shared_context_count,
    coalesce(shared.shared_item_count, 0) as shared_item_count,
    coalesce(earlier_items.goods_count, 0) > 0
    and coalesce(later_items.goods_count, 0) > 0
    and coalesce(shared.shared_item_count, 0) = 0 as has_other_items,
    coalesce(earlier_items.item_count, 0) = coalesce(later_items.item_count, 0) as has_as_many_items
from candidates
left join shared
    on
        candidates.earlier_rank = shared.earlier_rank
        and candidates.later_rank = shared.later_rank
left join items_named as earlier_items
    on candidates.earlier_id = earlier_items.figure_report_id
left join items_named as later_items
    on candidates.later_id = later_items.figure_report_id
