-- One row per pair of event reports that may be one event: the pairs taken, where an undated report is tied to one day only.
with pairs as (

    select * from {{ ref('int_events__pairs') }}
    where is_taken

),

windows as (

    select * from {{ ref('int_events__windows') }}

),

both_ways as (

    select
        earlier_report_id as report_id,
        later_report_id as other_report_id,
        score
    from pairs
    union all
    select
        later_report_id as report_id,
        earlier_report_id as other_report_id,
        score
    from pairs

),

-- An undated report may look like several dated ones; it tells of the day it has most in common with.
days as (

    select
        both_ways.report_id,
        both_ways.other_report_id,
        dated.window_from,
        dated.window_to,
        row_number() over (
            partition by both_ways.report_id
            order by both_ways.score desc, dated.precision_rank, dated.window_to desc, dated.anchor_rank
        ) as choice
    from both_ways
    inner join windows as undated on both_ways.report_id = undated.event_report_id
    inner join windows as dated on both_ways.other_report_id = dated.event_report_id
    where undated.precision_rank >= 6 and dated.precision_rank <= 3

),

of_another_day as (

    select
        days.report_id as undated_report_id,
        days.other_report_id as dated_report_id
    from days
    inner join days as best on days.report_id = best.report_id and best.choice = 1
    where days.window_from > best.window_to or days.window_to < best.window_from

)

select
    pairs.earlier_report_id,
    pairs.later_report_id,
    pairs.later_rank,
    pairs.score
from pairs
left join of_another_day as later_is_undated
    on pairs.later_report_id = later_is_undated.undated_report_id and pairs.earlier_report_id = later_is_undated.dated_report_id
left join of_another_day as earlier_is_undated
    on pairs.earlier_report_id = earlier_is_undated.undated_report_id and pairs.later_report_id = earlier_is_undated.dated_report_id
where
    pairs.reason = 'judged same'
    or (later_is_undated.undated_report_id is null and earlier_is_undated.undated_report_id is null)
