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

-- 'Since the mayor took office' is a time from the day she did; what happened then is inside the expression, on that day.
placed as (

    select
        reports.event_report_id,
        reports.time_relation,
        reports.span_days,
        times.value,
        times.value_from,
        times.value_to,
        times.value like '%/..' and reports.trigger_start_char >= spans.start_char and reports.trigger_end_char <= spans.end_char as is_its_start,
        {{ edtf_start_part('times.value') }} as start_part
    from reports
    inner join times on reports.time_expression_id = times.time_expression_id
    inner join spans on reports.time_expression_id = spans.time_expression_id

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
