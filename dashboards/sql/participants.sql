-- One row per actor and part it took in an event.
select
    participants.actor_id,
    actors.name,
    string_agg(participants.role, ', ' order by participants.role) as actor_role
from marts.event_participants as participants
inner join marts.actors as actors on participants.actor_id = actors.actor_id
where participants.event_id = $fact_id
group by participants.actor_id, actors.name
order by actor_role, actors.name, participants.actor_id
