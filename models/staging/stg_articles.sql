-- One row per article of a current document, as the loaders divided the page.
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
    is_transcript,
    word_count,
    rule
from {{ source('raw', 'read_articles') }}
where reading_id in (select current_readings.reading_id from {{ source('raw', 'current_readings') }} as current_readings)
