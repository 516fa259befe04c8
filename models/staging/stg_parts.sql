-- One row per contiguous part of a current document.
with

current_readings as (
    select reading_id from {{ source('raw', 'current_readings') }}
),

read_rows as (
    select * from {{ source('raw', 'read_parts') }}
    where reading_id in (select reading_id from current_readings)
)

select
    article_part_id,
    document_id,
    article_id,
    part_number,
    part_kind,
    start_char,
    end_char,
    rule
from read_rows
