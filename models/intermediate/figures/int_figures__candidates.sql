-- One row per two figure reports that may give the same quantity: same measure and family of units, value near or both vague
with

reports as (
    select * from {{ ref('int_figures__reports') }}
),

amounts as (
    select * from {{ ref('int_figures__amounts') }}
),

measures as (
    select * from {{ ref('measure_list') }}
),

judgements as (
    select * from {{ ref('int_judgements__pairs') }}
    where table_name = 'figures'
),

corrections as (
    select * from {{ ref('int_figures__corrections') }}
),

steps as (
    select 0 as step_change
    union all
    select 1 as step_change
    union all
    select -1 as step_change
),

keyed as (
    select
        reports.figure_report_id,
        reports.anchor_rank,
        reports.place_code,
        reports.period_from,
        reports.period_to,
        reports.article_id,
        reports.comparator,
        reports.measure,
        reports.subject_actor_id,
        amounts.unit_family,
        amounts.value_step,
        amounts.vague_kind,
        measures.has_one_total
    from reports
    inner join amounts
        on reports.figure_report_id = amounts.figure_report_id
    inner join measures
        on reports.measure = measures.measure
),

near_values as (
    select
        earlier.figure_report_id as earlier_id,
        later.figure_report_id as later_id,
        'near-value' as found_by
    from keyed as later
    cross join steps
    inner join keyed as earlier
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
    from keyed as later
    inner join keyed as earlier
        on
            later.measure = earlier.measure
            and later.vague_kind = earlier.vague_kind
            and later.anchor_rank > earlier.anchor_rank
),

-- totals that exist once for a place and a period: other values of them compete
competing_values as (
    select
        earlier.figure_report_id as earlier_id,
        later.figure_report_id as later_id,
        'same-total' as found_by
    from keyed as later
    inner join keyed as earlier
        on
            later.measure = earlier.measure
            and later.unit_family = earlier.unit_family
            and later.place_code = earlier.place_code
            and later.period_from = earlier.period_from
            and later.period_to = earlier.period_to
            and later.anchor_rank > earlier.anchor_rank
            and later.article_id <> earlier.article_id
    where
        later.has_one_total
        and abs(later.value_step - earlier.value_step)
        between case when later.unit_family = 'count' then 1 else 2 end
        -- what one body counts on one day may be far off at first: 31 arrests, then 13
        and case
            when later.period_from = later.period_to and later.subject_actor_id = earlier.subject_actor_id then 12
            else 7
        end
),

judged_values as (
    select
        earlier.figure_report_id as earlier_id,
        later.figure_report_id as later_id,
        'judged' as found_by
    from judgements
    inner join keyed as earlier
        on earlier.figure_report_id in (judgements.left_id, judgements.right_id)
    inner join keyed as later
        on
            later.figure_report_id in (judgements.left_id, judgements.right_id)
            and later.anchor_rank > earlier.anchor_rank
),

corrected_values as (
    select
        earlier.figure_report_id as earlier_id,
        later.figure_report_id as later_id,
        'corrected' as found_by
    from corrections
    inner join keyed as earlier
        on earlier.figure_report_id in (corrections.wrong_report_id, corrections.right_report_id)
    inner join keyed as later
        on
            later.figure_report_id in (corrections.wrong_report_id, corrections.right_report_id)
            and later.anchor_rank > earlier.anchor_rank
),

found as (
    select * from near_values
    union all
    select * from corrected_values
    union all
    select * from vague_values
    union all
    select * from competing_values
    union all
    select * from judged_values
)

-- a judged or corrected pair that is found by its values too keeps that name: these two are the first of them
select
    found.earlier_id,
    found.later_id,
    max(found.found_by) as found_by
from found
group by found.earlier_id, found.later_id
