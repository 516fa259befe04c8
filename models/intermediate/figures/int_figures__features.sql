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

measures as (
    select * from {{ ref('measure_list') }}
),

shared_contexts as (
    select * from {{ ref('int_figures__shared_contexts') }}
),

article_pairs as (
    select * from {{ ref('int_figures__article_pairs') }}
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
    -- 'four people' does not tell which four
    lower(earlier.subject) = lower(later.subject) and lower(earlier.subject) not in ('people', 'others') as has_same_subject,
    case
        when earlier.period_from <= later.period_to and later.period_from <= earlier.period_to then true
        -- what holds on since February may well be the rate that another article tells of in May; it need not be.
        -- One article that dates it twice, and two that give its first day, speak of two
        when
            earlier.article_id <> later.article_id
            and (earlier.period_from < earlier.period_to or later.period_from < later.period_to)
            and (
                (earlier.period_is_open and earlier.period_from <= later.period_to)
                or (later.period_is_open and later.period_from <= earlier.period_to)
            )
            then null
        when earlier.period_from is not null and later.period_from is not null then false
    end as has_common_period,
    article_pairs.least_days_apart,
    article_pairs.most_days_apart,
    coalesce(article_pairs.is_same_story, false) as is_same_story,
    shared_contexts.shared_context_count,
    shared_contexts.shared_item_count,
    shared_contexts.has_other_items,
    shared_contexts.has_as_many_items,
    coalesce(article_pairs.shared_actor_count, 0) as shared_actor_count
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
inner join shared_contexts
    on
        candidates.earlier_rank = shared_contexts.earlier_rank
        and candidates.later_rank = shared_contexts.later_rank
left join article_pairs
    on
        earlier.article_id = article_pairs.earlier_article_id
        and later.article_id = article_pairs.later_article_id
