-- One row per event, actor and role.
with report_participants as (

    select * from {{ ref('int_events__report_participants') }}

),

members as (

    select * from {{ ref('int_events__members') }}

)

select
    members.event_id,
    report_participants.actor_id,
    report_participants.participant_role
from report_participants
inner join members on report_participants.event_report_id = members.event_report_id
group by members.event_id, report_participants.actor_id, report_participants.participant_role
