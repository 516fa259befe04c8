-- One row per sampled word sequence of an article of a current document.
select
    document_id,
    article_id,
    shingle_hash,
    start_char,
    end_char
from {{ source('raw', 'read_fingerprints') }}
where reading_id in (select current_readings.reading_id from {{ source('raw', 'current_readings') }} as current_readings)
