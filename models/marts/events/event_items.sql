-- One row per event and item that it is about.
with

event_items as (
    select * from {{ ref('int_events__items') }}
),

items as (
    select * from {{ ref('items') }}
)

select
    event_items.event_id,
    items.item_id
from event_items
inner join items on event_items.item_key = items.item_key
