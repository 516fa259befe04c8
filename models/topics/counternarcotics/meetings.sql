-- One row per meeting, call or visit and pair of countries that were at it.
with

events as (
    select * from {{ ref('events') }}
    where event_type = 'consult'
),

participants as (
    select * from {{ ref('event_participants') }}
),

actors as (
    select * from {{ ref('actors') }}
),

sides as (
    select
        participants.event_id,
        actors.country_code,
        {{ joined_text('actors.name') }} as actor_names
    from participants
    inner join actors on participants.actor_id = actors.actor_id
    where
        actors.country_code is not null
        and participants.role <> 'subject'
    group by participants.event_id, actors.country_code
)

select
    events.event_id,
    events.event_subtype as meeting_kind,
    events.title,
    events.occurred_edtf,
    events.occurred_from,
    events.occurred_to,
    events.status,
    events.place,
    events.place_country_code,
    first_sides.country_code as first_country_code,
    first_sides.actor_names as first_side_names,
    second_sides.country_code as second_country_code,
    second_sides.actor_names as second_side_names,
    events.article_count,
    events.origin_count
from events
inner join sides as first_sides on events.event_id = first_sides.event_id
inner join sides as second_sides
    on
        events.event_id = second_sides.event_id
        and first_sides.country_code < second_sides.country_code
