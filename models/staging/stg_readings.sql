-- One row per current document, with the reading of it that is in force.
with

current_readings as (
    select * from {{ source('raw', 'current_readings') }}
)

select
    current_readings.document_id,
    current_readings.reading_id,
    current_readings.reader_version
from current_readings
