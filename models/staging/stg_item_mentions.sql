-- One row per mention of an item in the reading in force.
with

item_mentions as (

    select * from {{ source('raw', 'read_item_mentions') }}

),

current_readings as (

    select reading_id, reader_version from {{ source('raw', 'current_readings') }}

)

select
    item_mentions.item_mention_id,
    item_mentions.document_id,
    item_mentions.article_id,
    item_mentions.item_key,
    item_mentions.start_char,
    item_mentions.end_char,
    item_mentions.text,
    item_mentions.reader,
    current_readings.reader_version,
    item_mentions.rule
from item_mentions
inner join current_readings
    on item_mentions.reading_id = current_readings.reading_id
