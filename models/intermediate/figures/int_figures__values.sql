-- One row per figure and value that reports give for it in its anchor's unit, ranked: the first is its best value
with

members as (
    select * from {{ ref('int_figures__members') }}
),

reports as (
    select * from {{ ref('int_figures__reports') }}
),

amounts as (
    select * from {{ ref('int_figures__amounts') }}
),

disputes as (
    select * from {{ ref('int_figures__disputes') }}
),

-- nobody stands behind an amount that its outlet has withdrawn, where the figure has the right one too
withdrawn as (
    select wrong_members.figure_report_id
    from {{ ref('int_figures__withdrawn') }} as corrections
    inner join members as wrong_members
        on corrections.wrong_report_id = wrong_members.figure_report_id
    inner join members as right_members
        on
            corrections.right_report_id = right_members.figure_report_id
            and wrong_members.figure_id = right_members.figure_id
),

-- the unit of the anchor: sums that another paper gives in its own currency stay in figure_reports
given as (
    select
        members.figure_id,
        reports.value,
        reports.value_max,
        reports.comparator,
        reports.article_id,
        reports.anchor_rank,
        amounts.digit_count
    from members
    inner join reports
        on members.figure_report_id = reports.figure_report_id
    inner join amounts
        on members.figure_report_id = amounts.figure_report_id
    inner join reports as anchors
        on
            members.anchor_report_id = anchors.figure_report_id
            and reports.unit = anchors.unit
    where reports.figure_report_id not in (select withdrawn.figure_report_id from withdrawn)
),

-- an article stands behind the value it gives most often: a correction repeats the wrong number once
told as (
    select
        given.figure_id,
        given.article_id,
        given.value,
        given.value_max,
        max(given.digit_count) as digit_count,
        min(given.anchor_rank) as first_rank,
        min(case when given.comparator = 'eq' then 'eq' end) as exact_comparator,
        rank() over (partition by given.figure_id, given.article_id order by count(*) desc) as choice
    from given
    group by given.figure_id, given.article_id, given.value, given.value_max
),

grouped as (
    select
        told.figure_id,
        told.value,
        told.value_max,
        count(case when told.choice = 1 then told.article_id end) as article_count,
        max(told.digit_count) as digit_count,
        min(told.first_rank) as first_rank,
        min(told.exact_comparator) as exact_comparator
    from told
    group by told.figure_id, told.value, told.value_max
)

select
    grouped.figure_id,
    grouped.value,
    grouped.value_max,
    grouped.article_count,
    grouped.exact_comparator,
    row_number() over (
        partition by grouped.figure_id
        order by
            -- undisputed values are roundings of one: 2,012 tells more than 'over 2,000'
            case when disputes.figure_id is null then grouped.digit_count else 0 end desc,
            grouped.article_count desc, grouped.exact_comparator nulls last, grouped.digit_count desc, grouped.first_rank
    ) as value_rank,
    rank() over (partition by grouped.figure_id order by grouped.article_count desc) as support_rank
from grouped
left join disputes
    on grouped.figure_id = disputes.figure_id
