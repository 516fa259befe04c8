-- Which actor acts upon which other one, how often and how?
select
    agents.name as agent,
    targets.name as target,
    events.event_type,
    count(distinct events.event_id) as events
from marts.events as events
inner join marts.event_participants as agent_roles
    on
        events.event_id = agent_roles.event_id
        and agent_roles.role = 'agent'
inner join marts.event_participants as target_roles
    on
        events.event_id = target_roles.event_id
        and target_roles.role = 'target'
inner join marts.actors as agents on agent_roles.actor_id = agents.actor_id
inner join marts.actors as targets on target_roles.actor_id = targets.actor_id
group by agents.name, targets.name, events.event_type
order by events desc, agent asc, target asc, events.event_type asc
limit 15
