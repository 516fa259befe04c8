-- One row per event report, with the event it belongs to.
with reports as (

    select * from {{ ref('int_events__reports') }}

)

select
    reports.event_report_id,
    {{ hash_id('evt', ['reports.event_report_id']) }} as event_id,
    true as is_anchor
from reports
