-- One row per listing or delisting, body that lists and actor that is listed.
with

events as (
    select * from {{ ref('events') }}
    where event_subtype in ('designation', 'delisting')
),

participants as (
    select * from {{ ref('event_participants') }}
),

actors as (
    select * from {{ ref('actors') }}
),

listers as (
    select
        participants.event_id,
        participants.actor_id,
        actors.name,
        actors.country_code
    from participants
    inner join actors on participants.actor_id = actors.actor_id
    where participants.role = 'agent'
),

listed as (
    select
        participants.event_id,
        participants.actor_id,
        actors.name,
        actors.actor_type,
        actors.country_code
    from participants
    inner join actors on participants.actor_id = actors.actor_id
    where participants.role in ('target', 'subject')
)

select
    events.event_id,
    events.event_subtype as listing_kind,
    listed.actor_id as listed_actor_id,
    listed.name as listed_name,
    listed.actor_type as listed_actor_type,
    listed.country_code as listed_country_code,
    listers.actor_id as lister_actor_id,
    listers.name as lister_name,
    listers.country_code as lister_country_code,
    events.occurred_edtf,
    events.occurred_from,
    events.occurred_to,
    events.status,
    events.article_count,
    events.origin_count
from events
inner join listed on events.event_id = listed.event_id
left join listers on events.event_id = listers.event_id
