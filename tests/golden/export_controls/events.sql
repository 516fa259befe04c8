select events.event_type, events.event_subtype, events.occurred_edtf, events.status, events.report_count, events.origin_count, events.title,
    (select string_agg(actors.name || ' (' || participants.role || ')', ' | ' order by participants.role, actors.name)
     from marts.event_participants as participants
     inner join marts.actors as actors on participants.actor_id = actors.actor_id
     where participants.event_id = events.event_id) as participants
from marts.events as events
order by events.title, events.event_type, events.event_subtype, events.occurred_edtf, events.report_count
