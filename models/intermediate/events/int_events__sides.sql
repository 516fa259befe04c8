-- One row per event report, role and side: an actor, or the country an actor is of.
with participants as (

    select * from {{ ref('int_events__report_participants') }}

),

actors as (

    select * from {{ ref('int_actors__actors') }}

),

named as (

    select
        participants.event_report_id,
        participants.participant_role,
        participants.actor_id,
        actors.country_code,
        actors.actor_type = 'country' and actors.country_code is not null as is_country
    from participants
    inner join actors on participants.actor_id = actors.actor_id

),

sides as (

    select
        event_report_id,
        participant_role,
        actor_id as side_key,
        'actor' as side_kind,
        country_code is not null as has_country
    from named
    where not is_country
    union all
    select
        event_report_id,
        participant_role,
        country_code as side_key,
        'country' as side_kind,
        true as has_country
    from named
    where country_code is not null

)

select
    event_report_id,
    participant_role,
    side_key,
    side_kind,
    has_country
from sides
group by event_report_id, participant_role, side_key, side_kind, has_country
