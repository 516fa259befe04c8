-- One row per event report with a time expression that may date it, and how the event lies to it.
with reports as (

    select * from {{ ref('stg_event_reports') }}

),

spans as (

    select * from {{ ref('stg_time_expressions') }}

),

times as (

    select * from {{ ref('int_dates__time_expressions') }}
    where value not like 'P%' and value not like 'T%'  -- a length of time or a clock time dates nothing

),

publications as (

    select * from {{ ref('int_dates__articles') }}

),

steps_back as (

    select * from {{ ref('int_events__steps_back') }}

),

bare_weekdays as (

    select time_expression_id
    from {{ ref('stg_time_points') }}
    group by time_expression_id
    having count(*) = 1 and min(weekday) is not null and min(calendar_day) is null

),

-- 'The defeat in Saturday's election ends two terms': what has happened was on the last such day, not on the next.
set_back as (

    select
        reports.event_report_id,
        {{ add_days('times.value_from', -7) }} as day_before
    from reports
    inner join times on reports.time_expression_id = times.time_expression_id
    inner join bare_weekdays on reports.time_expression_id = bare_weekdays.time_expression_id
    inner join publications on reports.article_id = publications.article_id
    where
        reports.status = 'occurred'
        and times.value_from = times.value_to
        and times.value_from between {{ add_days('publications.published_to', 1) }} and {{ add_days('publications.published_to', 7) }}

),

-- 'Since the mayor took office' is a time from the day she did; what happened then is inside the expression, on that day.
placed as (

    select
        reports.event_report_id,
        reports.time_relation,
        reports.span_days,
        case when set_back.event_report_id is not null then {{ edtf_day('set_back.day_before') }} else times.value end as value,
        coalesce(set_back.day_before, times.value_from) as value_from,
        coalesce(set_back.day_before, times.value_to) as value_to,
        times.value like '%/..' and reports.trigger_start_char >= spans.start_char and reports.trigger_end_char <= spans.end_char as is_its_start,
        {{ edtf_start_part('times.value') }} as start_part
    from reports
    inner join times on reports.time_expression_id = times.time_expression_id
    inner join spans on reports.time_expression_id = spans.time_expression_id
    left join set_back on reports.event_report_id = set_back.event_report_id

)

select
    event_report_id,
    case when is_its_start then start_part else value end as value,
    value_from,
    case when is_its_start then {{ edtf_last_day('start_part') }} else value_to end as value_to,
    case when value_from = value_to then coalesce(span_days, 1) else 1 end as span_days,
    case
        when is_its_start then 'on'
        when time_relation in ('before', 'until') then 'before'
        when time_relation in ('since', 'after') then time_relation
        else 'on'
    end as relation
from placed
union all
select
    event_report_id,
    concat_ws('', {{ edtf_day('value_from') }}, '/', {{ edtf_day('value_to') }}) as value,
    value_from,
    value_to,
    1 as span_days,
    'on' as relation
from steps_back
