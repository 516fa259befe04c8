-- One row per time expression of a current document, parsed but not resolved.
select
    time_expression_id,
    document_id,
    article_id,
    start_char,
    end_char,
    text,
    time_kind,
    duration,
    tense,
    is_approximate,
    sentence_start_char,
    reader,
    rule
from {{ source('raw', 'read_time_expressions') }}
where reading_id in (select current_readings.reading_id from {{ source('raw', 'current_readings') }} as current_readings)
