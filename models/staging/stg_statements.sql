-- One row per statement in the reading in force: something said, quoted or reported.
with

statements as (

    select * from {{ source('raw', 'read_statements') }}

),

current_readings as (

    select reading_id, reader_version from {{ source('raw', 'current_readings') }}

)

select
    statements.statement_id,
    statements.document_id,
    statements.article_id,
    statements.start_char,
    statements.end_char,
    statements.quote,
    statements.is_direct,
    statements.speaker_chain_id,
    statements.speaker_as_written,
    statements.speaker_start_char,
    statements.speaker_end_char,
    statements.cue,
    statements.cue_start_char,
    statements.cue_end_char,
    statements.addressee_chain_id,
    statements.time_expression_id,
    statements.reader,
    current_readings.reader_version,
    statements.rule
from statements
inner join current_readings
    on statements.reading_id = current_readings.reading_id
