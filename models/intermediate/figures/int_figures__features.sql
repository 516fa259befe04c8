-- One row per candidate pair of figure reports, with what speaks for and against one quantity
with

candidates as (
    select * from {{ ref('int_figures__candidates') }}
),

reports as (
    select * from {{ ref('int_figures__reports') }}
),

amounts as (
    select * from {{ ref('int_figures__amounts') }}
),

contexts as (
    select * from {{ ref('int_figures__contexts') }}
),

chains as (
    select * from {{ ref('int_actors__chains') }}
),

measures as (
    select * from {{ ref('measure_list') }}
),

shared_contexts as (
    select
        candidates.earlier_id,
        candidates.later_id,
        count(*) filter (where earlier_contexts.context_kind = 'actor') as shared_context_count,
        count(*) filter (where earlier_contexts.context_kind = 'item') as shared_item_count
    from candidates
    inner join contexts as earlier_contexts
        on candidates.earlier_id = earlier_contexts.figure_report_id
    inner join contexts as later_contexts
        on
            candidates.later_id = later_contexts.figure_report_id
            and earlier_contexts.context_id = later_contexts.context_id
    group by candidates.earlier_id, candidates.later_id
),

items_named as (
    select
        contexts.figure_report_id,
        count(*) as item_count
    from contexts
    where contexts.context_kind = 'item'
    group by contexts.figure_report_id
),

article_pairs as (
    select
        earlier.article_id as earlier_article_id,
        later.article_id as later_article_id
    from candidates
    inner join reports as earlier
        on candidates.earlier_id = earlier.figure_report_id
    inner join reports as later
        on candidates.later_id = later.figure_report_id
    where earlier.article_id <> later.article_id
    group by earlier.article_id, later.article_id
),

article_actors as (
    select
        chains.article_id,
        chains.actor_id
    from chains
    group by chains.article_id, chains.actor_id
),

shared_actors as (
    select
        article_pairs.earlier_article_id,
        article_pairs.later_article_id,
        count(*) as shared_actor_count
    from article_pairs
    inner join article_actors as earlier_actors
        on article_pairs.earlier_article_id = earlier_actors.article_id
    inner join article_actors as later_actors
        on
            article_pairs.later_article_id = later_actors.article_id
            and earlier_actors.actor_id = later_actors.actor_id
    group by article_pairs.earlier_article_id, article_pairs.later_article_id
)

select
    candidates.earlier_id,
    candidates.later_id,
    candidates.found_by,
    earlier.anchor_rank as earlier_rank,
    later.anchor_rank as later_rank,
    measures.is_specific,
    earlier_amounts.vague_kind is not null as is_vague,
    earlier.unit = later.unit as has_same_unit,
    earlier_amounts.unit_family,
    earlier.comparator as earlier_comparator,
    later.comparator as later_comparator,
    -- whole percentages and parts are common: 25% or a third tells no more than 20%
    case
        when
            earlier_amounts.unit_family = 'percent'
            and (earlier.value = floor(earlier.value) or earlier.rule in ('fraction', 'one-in'))
            then 1
        else least(earlier_amounts.digit_count, later_amounts.digit_count)
    end as digit_count,
    -- what the later value is, the earlier one being 1
    later_amounts.base_value / nullif(earlier_amounts.base_value, 0) as value_ratio,
    earlier_amounts.base_value = 0 and later_amounts.base_value = 0 as is_zero,
    coalesce(earlier.value_max, -1) = coalesce(later.value_max, -1) as has_same_upper_end,
    earlier.article_id = later.article_id as is_same_article,
    earlier.article_id = later.article_id
    and earlier.quote_start_char < later.quote_end_char
    and later.quote_start_char < earlier.quote_end_char as is_same_clause,
    (earlier.converted_from_report_id is null) = (later.converted_from_report_id is null) as is_alike_converted,
    earlier.converted_from_report_id is not null as is_conversion,
    earlier.place_code = later.place_code as has_same_place,
    earlier.subject_actor_id = later.subject_actor_id as has_same_subject_actor,
    lower(earlier.subject) = lower(later.subject) as has_same_subject,
    earlier.period_from <= later.period_to and later.period_from <= earlier.period_to as has_common_period,
    abs({{ days_between('earlier.published_from', 'later.published_from') }}) as days_apart,
    coalesce(shared_contexts.shared_context_count, 0) as shared_context_count,
    coalesce(shared_contexts.shared_item_count, 0) as shared_item_count,
    coalesce(earlier_items.item_count, 0) > 0
    and coalesce(later_items.item_count, 0) > 0
    and coalesce(shared_contexts.shared_item_count, 0) = 0 as has_other_items,
    coalesce(earlier_items.item_count, 0) = coalesce(later_items.item_count, 0) as has_as_many_items,
    coalesce(shared_actors.shared_actor_count, 0) as shared_actor_count
from candidates
inner join reports as earlier
    on candidates.earlier_id = earlier.figure_report_id
inner join reports as later
    on candidates.later_id = later.figure_report_id
inner join amounts as earlier_amounts
    on candidates.earlier_id = earlier_amounts.figure_report_id
inner join amounts as later_amounts
    on candidates.later_id = later_amounts.figure_report_id
inner join measures
    on earlier.measure = measures.measure
left join shared_contexts
    on
        candidates.earlier_id = shared_contexts.earlier_id
        and candidates.later_id = shared_contexts.later_id
left join items_named as earlier_items
    on candidates.earlier_id = earlier_items.figure_report_id
left join items_named as later_items
    on candidates.later_id = later_items.figure_report_id
left join shared_actors
    on
        earlier.article_id = shared_actors.earlier_article_id
        and later.article_id = shared_actors.later_article_id
