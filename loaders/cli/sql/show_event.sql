-- One row: an event with its participants.
select
    events.event_id,
    events.title,
    events.event_type || '·' || events.event_subtype as type,
    events.occurred_edtf as occurred,
    events.status,
    events.place,
    events.place_country_code as country,
    (
        select string_agg(distinct actors.name || ' (' || participants.role || ')', ', ' order by actors.name || ' (' || participants.role || ')')
        from marts.event_participants as participants
        inner join marts.actors as actors on participants.actor_id = actors.actor_id
        where participants.event_id = events.event_id
    ) as participants,
    events.report_count as reports,
    events.article_count as articles,
    events.source_count as sources,
    events.origin_count as origins,
    events.claimant_count as claimants,
    events.first_published_on as first_published
from marts.events as events
where events.event_id = $fact_id
