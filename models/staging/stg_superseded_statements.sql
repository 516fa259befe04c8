-- One row per statement as printed in an earlier version of a current document.
with

statements as (
    select * from {{ source('raw', 'read_statements') }}
),

superseded_readings as (
    select * from {{ source('raw', 'superseded_readings') }}
)

select
    statements.statement_id,
    superseded_readings.document_id,
    superseded_readings.current_document_id,
    superseded_readings.version_number,
    statements.start_char,
    statements.end_char,
    statements.quote,
    statements.speaker_as_written
from statements
inner join superseded_readings on statements.reading_id = superseded_readings.reading_id
