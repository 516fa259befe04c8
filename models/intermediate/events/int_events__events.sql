-- One row per real-world event, merged over its reports.
with reports as (

    select * from {{ ref('int_events__reports') }}

),

members as (

    select * from {{ ref('int_events__members') }}

)

select
    members.event_id,
    reports.event_type,
    reports.event_subtype,
    substr(reports.quote, 1, 120) as title,
    reports.occurred_edtf,
    reports.occurred_from,
    reports.occurred_to,
    reports.status,
    reports.place,
    reports.place_country_code
from members
inner join reports on members.event_report_id = reports.event_report_id
where members.is_anchor
