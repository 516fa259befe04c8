-- One row per mention of an item, with the item it names.
with

mentions as (

    select * from {{ ref('stg_item_mentions') }}

),

items as (

    select * from {{ ref('int_items__items') }}

)

select
    mentions.item_mention_id,
    items.item_id,
    mentions.article_id,
    mentions.document_id,
    mentions.start_char,
    mentions.end_char,
    mentions.text
from mentions
inner join items
    on mentions.item_key = items.item_key
