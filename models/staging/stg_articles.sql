-- One row per article of a current document, as the loaders divided the page.
with

current_readings as (
    select reading_id from {{ source('raw', 'current_readings') }}
),

read_rows as (
    select * from {{ source('raw', 'read_articles') }}
    where reading_id in (select reading_id from current_readings)
)

select
    article_id,
    document_id,
    article_number,
    is_main,
    headline,
    byline,
    outlet_as_written,
    upstream_as_written,
    printed_published,
    age_count,
    age_unit,
    dateline_place,
    dateline_country_code,
    is_transcript,
    word_count,
    rule
from read_rows
