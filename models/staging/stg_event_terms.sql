-- One row per telling word of an event report and kind of word, of the reading in force.
with event_terms as (

    select * from {{ source('raw', 'read_event_terms') }}
    where reading_id in (select current_readings.reading_id from {{ source('raw', 'current_readings') }} as current_readings)

)

select
    event_report_id,
    document_id,
    article_id,
    term,
    term_kind
from event_terms
