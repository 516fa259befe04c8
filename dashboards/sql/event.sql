-- One row: an event.
select
    events.event_id as fact_id,
    events.title,
    event_types.label as type_label,
    events.event_type,
    events.occurred_edtf,
    events.status,
    events.place,
    countries.name as country,
    events.report_count,
    events.article_count,
    events.source_count,
    events.origin_count,
    events.claimant_count,
    events.first_published_on
from marts.events as events
left join marts.event_types as event_types
    on events.event_subtype = event_types.event_subtype
left join marts.countries as countries on events.place_country_code = countries.country_code
where events.event_id = $fact_id
