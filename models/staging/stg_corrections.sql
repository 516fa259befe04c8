-- One row per correction notice of an article of a current document.
with

current_readings as (
    select reading_id from {{ source('raw', 'current_readings') }}
),

read_rows as (
    select * from {{ source('raw', 'read_corrections') }}
    where reading_id in (select reading_id from current_readings)
)

select
    document_id,
    article_id,
    start_char,
    end_char,
    text,
    rule
from read_rows
