-- One row per item known to the item lists of the topics.
with

listed as (

    {{ union_of_topic_seeds('items') }}

)

select
    {{ hash_id("itm", ["listed.item_key"]) }} as item_id,
    listed.item_key,
    listed.name,
    listed.item_class,
    listed.topic
from listed
