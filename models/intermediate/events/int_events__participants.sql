-- One row per event and actor, with the role most of the reports give it.
with report_participants as (

    select * from {{ ref('int_events__report_participants') }}

),

members as (

    select * from {{ ref('int_events__members') }}

),

counted as (

    select
        members.event_id,
        report_participants.actor_id,
        report_participants.participant_role,
        row_number() over (
            partition by members.event_id, report_participants.actor_id
            order by count(*) desc, report_participants.participant_role
        ) as role_order
    from report_participants
    inner join members on report_participants.event_report_id = members.event_report_id
    group by members.event_id, report_participants.actor_id, report_participants.participant_role

)

select
    event_id,
    actor_id,
    participant_role
from counted
where role_order = 1
