-- One row per real-world event, merged over reports.
with

events as (
    select * from {{ ref('int_events__events') }}
),

event_reports as (
    select * from {{ ref('event_reports') }}
),

articles as (
    select * from {{ ref('articles') }}
),

outlet_actors as (
    select * from {{ ref('int_origins__outlet_actors') }}
),

report_counts as (
    {{ fact_counts('event_id', 'event_reports') }}
)

select
    events.event_id,
    events.event_type,
    events.event_subtype,
    events.title,
    events.occurred_edtf,
    events.occurred_from,
    events.occurred_to,
    events.status,
    events.place,
    events.place_country_code,
    report_counts.report_count,
    report_counts.article_count,
    report_counts.source_count,
    report_counts.origin_count,
    report_counts.claimant_count,
    report_counts.first_published_on
from events
inner join report_counts on events.event_id = report_counts.event_id
