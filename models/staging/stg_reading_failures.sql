-- One row per part of a reading in force that was lost because a reader failed on it.
with

reading_failures as (
    select * from {{ source('raw', 'reading_failures') }}
),

current_readings as (
    select * from {{ source('raw', 'current_readings') }}
)

select
    reading_failures.reading_id,
    reading_failures.document_id,
    reading_failures.article_id,
    reading_failures.start_char,
    reading_failures.end_char,
    reading_failures.reader,
    reading_failures.error
from reading_failures
where reading_failures.reading_id in (select current_readings.reading_id from current_readings)
