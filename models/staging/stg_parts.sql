-- One row per contiguous part of a current document.
select
    article_part_id,
    document_id,
    article_id,
    part_number,
    part_kind,
    start_char,
    end_char,
    rule
from {{ source('raw', 'read_parts') }}
where reading_id in (select current_readings.reading_id from {{ source('raw', 'current_readings') }} as current_readings)
