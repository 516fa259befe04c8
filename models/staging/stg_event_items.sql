-- One row per mention of an item inside an event report, of the reading in force.
with event_items as (

    select * from {{ source('raw', 'read_event_items') }}
    where reading_id in (select current_readings.reading_id from {{ source('raw', 'current_readings') }} as current_readings)

)

select
    event_report_id,
    document_id,
    article_id,
    item_key,
    item_mention_id
from event_items
