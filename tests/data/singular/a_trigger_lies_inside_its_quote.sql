-- Event reports whose trigger is not inside the quote that states the event.
with

event_reports as (
    select * from {{ ref('event_reports') }}
)

select
    event_reports.event_report_id,
    event_reports.trigger,
    event_reports.quote
from event_reports
where
    event_reports.trigger_start_char < event_reports.start_char
    or event_reports.trigger_end_char > event_reports.end_char
