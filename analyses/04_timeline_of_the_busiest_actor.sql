-- What did the actor with most events do, and what was done to it, in order of time?
with busiest as (
    select
        actor_id,
        name
    from marts.actors
    order by event_count desc, name asc, actor_id asc
    limit 1
)

select
    busiest.name,
    events.occurred_edtf,
    participants.role,
    events.event_subtype,
    events.status,
    events.title
from busiest
inner join marts.event_participants as participants on busiest.actor_id = participants.actor_id
inner join marts.events as events on participants.event_id = events.event_id
order by events.occurred_from nulls last, events.event_id asc, participants.role asc
limit 20
