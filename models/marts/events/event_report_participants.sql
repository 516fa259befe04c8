-- One row per report of an event, actor and role.
with

participants as (
    select * from {{ ref('int_events__report_participants') }}
)

select
    participants.event_report_id,
    participants.actor_id,
    participants.participant_role as role
from participants
