-- One row per event report with a date: the time its words name, or the day it was told.
with reports as (

    select * from {{ ref('stg_event_reports') }}

),

times as (

    select * from {{ ref('int_events__report_times') }}

),

publications as (

    select * from {{ ref('int_dates__articles') }}

),

told as (

    select * from {{ ref('int_events__told_dates') }}

),

named as (

    select
        reports.event_report_id,
        reports.status,
        coalesce(times.span_days, 1) as span_days,
        times.value,
        times.value_from,
        times.value_to,
        publications.published_to,
        times.relation
    from reports
    left join times on reports.event_report_id = times.event_report_id
    left join publications on reports.article_id = publications.article_id

),

-- A two-day visit takes the day that is named and the next, or the one before where it 'ended' on that day.
spanned as (

    select
        event_report_id,
        status,
        relation,
        published_to,
        case
            when abs(span_days) = 1 then value
            when span_days > 1 then concat_ws('', value, '/', {{ edtf_day(add_days('value_to', 'span_days - 1')) }})
            else concat_ws('', {{ edtf_day(add_days('value_from', 'span_days + 1')) }}, '/', value)
        end as value,
        case when span_days < -1 then {{ add_days('value_from', 'span_days + 1') }} else value_from end as value_from,
        case when span_days > 1 then {{ add_days('value_to', 'span_days - 1') }} else value_to end as value_to
    from named

),

-- What came after a day had happened when it was told: the day of publication closes the interval, as fine as it begins.
closed as (

    select
        *,
        {{ edtf_end_part('value') }} as after_part,
        case
            when status <> 'occurred' or relation <> 'after' or published_to < value_to then null
            else substr({{ edtf_day('published_to') }}, 1, length({{ edtf_end_part('value') }}))
        end as closing_part
    from spanned

)

select
    closed.event_report_id,
    case
        when told.event_report_id is not null then told.told_edtf
        when closed.relation = 'after' and closed.after_part <> '..'
            then case
                    when closed.closing_part = closed.after_part then closed.closing_part
                    else concat_ws('', closed.after_part, '/', coalesce(closed.closing_part, '..'))
                end
        -- An interval cannot be left open a second time.
        when closed.relation = 'on' or closed.value like '%/%' then closed.value
        when closed.relation = 'before' then concat_ws('', '../', closed.value)
        else concat_ws('', closed.value, '/..')
    end as occurred_edtf,
    case
        when told.event_report_id is not null then told.told_from
        when closed.relation <> 'before' then closed.value_from
    end as occurred_from,
    case
        when told.event_report_id is not null then told.told_to
        when closed.relation = 'after' then case when closed.closing_part is not null then closed.published_to end
        when closed.relation <> 'since' then closed.value_to
    end as occurred_to
from closed
left join told on closed.event_report_id = told.event_report_id
where told.event_report_id is not null or closed.value is not null
