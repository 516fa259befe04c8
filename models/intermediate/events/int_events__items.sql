-- One row per event and item it is about (by the item's key in the topics' item lists).
with event_items as (

    select * from {{ ref('stg_event_items') }}

),

members as (

    select * from {{ ref('int_events__members') }}

)

select
    members.event_id,
    event_items.item_key
from event_items
inner join members on event_items.event_report_id = members.event_report_id
group by members.event_id, event_items.item_key
