-- Which actor acts upon which other one, how often and how?
with pairs as (
    select
        agents.actor_id as agent_id,
        targets.actor_id as target_id,
        events.event_type,
        count(*) as events
    from marts.event_participants as agents
    inner join marts.event_participants as targets
        on
            agents.event_id = targets.event_id
            and targets.role = 'target'
    inner join marts.events as events on agents.event_id = events.event_id
    where agents.role = 'agent'
    group by agents.actor_id, targets.actor_id, events.event_type
),

-- the names are looked up for those that may be among the first only
foremost as (
    select *
    from pairs
    where
        events >= (
            select min(most.events)
            from (
                select pairs.events
                from pairs
                order by pairs.events desc
                limit 15
            ) as most
        )
)

select
    agents.name as agent,
    targets.name as target,
    foremost.event_type,
    foremost.events
from foremost
inner join marts.actors as agents on foremost.agent_id = agents.actor_id
inner join marts.actors as targets on foremost.target_id = targets.actor_id
order by foremost.events desc, agent asc, target asc, foremost.event_type asc
limit 15
