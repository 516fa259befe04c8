-- One row per event, country that acts and country it acts on.
with participants as (

    select * from {{ ref('int_events__participants') }}

),

actors as (

    select * from {{ ref('int_actors__actors') }}

),

sides as (

    select
        participants.event_id,
        participants.participant_role,
        actors.country_code
    from participants
    inner join actors on participants.actor_id = actors.actor_id
    where actors.country_code is not null
    group by participants.event_id, participants.participant_role, actors.country_code

),

directed as (

    select
        agents.event_id,
        agents.country_code as agent_country_code,
        targets.country_code as target_country_code
    from sides as agents
    inner join sides as targets on agents.event_id = targets.event_id
    where
        agents.participant_role = 'agent'
        and targets.participant_role = 'target'

),

-- What two sides do together is a tie in both directions.
mutual as (

    select
        one_side.event_id,
        one_side.country_code as agent_country_code,
        other_side.country_code as target_country_code
    from sides as one_side
    inner join sides as other_side on one_side.event_id = other_side.event_id
    where
        one_side.participant_role = 'participant'
        and other_side.participant_role = 'participant'
        and one_side.country_code <> other_side.country_code

),

both_kinds as (

    select * from directed
    union all
    select * from mutual

)

select
    event_id,
    agent_country_code,
    target_country_code
from both_kinds
group by event_id, agent_country_code, target_country_code
