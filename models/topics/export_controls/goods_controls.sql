-- One row per good under export control, step that controls or frees it, and country that takes the step.
with

events as (
    select * from {{ ref('events') }}
    where event_type in ('regulate', 'sanction', 'threaten')
),

event_items as (
    select * from {{ ref('event_items') }}
),

items as (
    select * from {{ ref('items') }}
    where topic = 'export_controls'
),

dyads as (
    select * from {{ ref('event_dyads') }}
),

participants as (
    select * from {{ ref('event_participants') }}
    where role = 'agent'
),

actors as (
    select * from {{ ref('actors') }}
),

-- A country stands for its ministries here: one row a country, whichever of its bodies the reports name.
controllers as (
    select
        participants.event_id,
        actors.country_code,
        {{ joined_text('actors.name') }} as controller_names
    from participants
    inner join actors on participants.actor_id = actors.actor_id
    group by participants.event_id, actors.country_code
),

targets as (
    select
        dyads.event_id,
        dyads.agent_country_code,
        {{ joined_text('dyads.target_country_code') }} as target_country_codes
    from dyads
    group by dyads.event_id, dyads.agent_country_code
)

select
    events.event_id,
    items.item_id,
    items.name as item_name,
    items.item_class,
    events.event_subtype as control_step,
    controllers.country_code as controller_country_code,
    controllers.controller_names,
    targets.target_country_codes,
    events.occurred_edtf,
    events.occurred_from,
    events.occurred_to,
    events.status,
    events.article_count,
    events.origin_count
from events
inner join event_items on events.event_id = event_items.event_id
inner join items on event_items.item_id = items.item_id
left join controllers on events.event_id = controllers.event_id
left join targets
    on
        controllers.event_id = targets.event_id
        and controllers.country_code = targets.agent_country_code
