-- One row per event report, role and side: an actor, or the country an actor is of.
with participants as (

    select * from {{ ref('int_events__report_participants') }}

),

actors as (

    select * from {{ ref('int_actors__actors') }}

),

sides as (

    select
        participants.event_report_id,
        participants.participant_role,
        participants.actor_id as side_key,
        false as is_country
    from participants
    union all
    select
        participants.event_report_id,
        participants.participant_role,
        actors.country_code as side_key,
        true as is_country
    from participants
    inner join actors on participants.actor_id = actors.actor_id
    where actors.country_code is not null

)

select
    event_report_id,
    participant_role,
    side_key,
    is_country
from sides
group by event_report_id, participant_role, side_key, is_country
