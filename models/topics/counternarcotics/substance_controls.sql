-- One row per substance, body that puts it under control and step that announces it, with its entry into force.
with

events as (
    select * from {{ ref('events') }}
    where event_subtype = 'substance-controlled'
),

event_items as (
    select * from {{ ref('event_items') }}
),

items as (
    select * from {{ ref('items') }}
    where topic = 'counternarcotics'
),

participants as (
    select * from {{ ref('event_participants') }}
    where role in ('agent', 'participant')
),

actors as (
    select * from {{ ref('actors') }}
),

controls as (
    select
        events.event_id,
        event_items.item_id,
        participants.actor_id,
        actors.country_code,
        events.occurred_edtf,
        events.occurred_from,
        events.status,
        events.article_count,
        events.origin_count
    from events
    inner join event_items on events.event_id = event_items.event_id
    inner join items on event_items.item_id = items.item_id
    left join participants on events.event_id = participants.event_id
    left join actors on participants.actor_id = actors.actor_id
),

-- A step still ahead is the entry into force of the announcement before it by the same country.
entries as (
    select
        announced.event_id as announced_event_id,
        announced.item_id,
        announced.actor_id,
        planned.event_id,
        planned.occurred_edtf,
        row_number() over (
            partition by announced.event_id, announced.item_id, announced.actor_id
            order by planned.occurred_from, planned.event_id
        ) as choice
    from controls as announced
    inner join controls as planned
        on
            announced.item_id = planned.item_id
            and announced.country_code = planned.country_code
            and announced.occurred_from <= planned.occurred_from
    where
        announced.status <> 'scheduled'
        and planned.status = 'scheduled'
)

select
    controls.event_id,
    controls.item_id,
    items.name as item_name,
    items.item_class,
    controls.actor_id as controller_actor_id,
    actors.name as controller_name,
    controls.country_code as controller_country_code,
    case when controls.status <> 'scheduled' then controls.occurred_edtf end as announced_edtf,
    case when controls.status = 'scheduled' then controls.occurred_edtf else entries.occurred_edtf end as in_force_edtf,
    entries.event_id as in_force_event_id,
    controls.status,
    controls.article_count,
    controls.origin_count
from controls
inner join items on controls.item_id = items.item_id
left join actors on controls.actor_id = actors.actor_id
left join entries
    on
        controls.event_id = entries.announced_event_id
        and controls.item_id = entries.item_id
        and coalesce(controls.actor_id, '') = coalesce(entries.actor_id, '')
        and entries.choice = 1
