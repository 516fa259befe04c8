-- One row per event report, actor and role.
with participants as (

    select * from {{ ref('stg_event_participants') }}

),

chains as (

    select * from {{ ref('int_actors__chains') }}

)

select
    participants.event_report_id,
    chains.actor_id,
    participants.participant_role
from participants
inner join chains on participants.chain_id = chains.chain_id
group by participants.event_report_id, chains.actor_id, participants.participant_role
