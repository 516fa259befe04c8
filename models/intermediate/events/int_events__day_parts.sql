-- One row per event report of which a weekday, or a month with its day, is known, even where the year is not.
with reports as (

    select
        event_report_id,
        -- What was before or after a day is not on it. Kept out of the join: a condition of its own there pairs all with all.
        case when coalesce(time_relation, 'on') = 'on' then time_expression_id end as day_expression_id
    from {{ ref('stg_event_reports') }}

),

dates as (

    select * from {{ ref('int_events__report_dates') }}

),

points as (

    select * from {{ ref('stg_time_points') }}
    where point_position = 'at' and grain = 'day'

),

-- Of one point only: 'on Monday and Tuesday' names two days.
single_points as (

    select
        time_expression_id,
        min(weekday) as weekday,
        min(calendar_month) as calendar_month,
        min(calendar_day) as calendar_day
    from points
    group by time_expression_id
    having count(*) = 1 and (min(weekday) is not null or (min(calendar_month) is not null and min(calendar_day) is not null))

),

dated as (

    select
        event_report_id,
        occurred_from
    from dates
    where occurred_from = occurred_to

),

known as (

    select
        reports.event_report_id,
        dated.occurred_from,
        single_points.weekday,
        single_points.calendar_month,
        single_points.calendar_day
    from reports
    left join dated on reports.event_report_id = dated.event_report_id
    left join single_points on reports.day_expression_id = single_points.time_expression_id
    where dated.event_report_id is not null or single_points.time_expression_id is not null

)

-- Weekdays as numbers from 1 (Monday) to 7.
select
    event_report_id,
    occurred_from is not null as is_dated,
    case when occurred_from is null then weekday else {{ iso_weekday('occurred_from') }} end as weekday,
    case when occurred_from is null then calendar_month else cast(extract(month from occurred_from) as integer) end as calendar_month,
    case when occurred_from is null then calendar_day else cast(extract(day from occurred_from) as integer) end as calendar_day
from known
