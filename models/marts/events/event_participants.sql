-- One row per event, actor and role.
with

participants as (
    select * from {{ ref('int_events__participants') }}
)

select
    participants.event_id,
    participants.actor_id,
    participants.participant_role as role
from participants
