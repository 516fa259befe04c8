-- One row per passage that states an event, of the reading in force.
with event_reports as (

    select * from {{ source('raw', 'read_event_reports') }}

),

current_readings as (

    select * from {{ source('raw', 'current_readings') }}

)

select
    event_reports.event_report_id,
    event_reports.document_id,
    event_reports.article_id,
    event_reports.start_char,
    event_reports.end_char,
    event_reports.quote,
    event_reports.trigger as trigger_text,
    event_reports.trigger_start_char,
    event_reports.trigger_end_char,
    event_reports.event_type,
    event_reports.event_subtype,
    event_reports.status,
    event_reports.time_expression_id,
    event_reports.time_relation,
    event_reports.span_days,
    event_reports.twin_start_char,
    event_reports.place,
    event_reports.place_country_code,
    event_reports.attributed_chain_id,
    event_reports.attributed_as_written,
    event_reports.statement_id,
    event_reports.reader,
    event_reports.rule,
    current_readings.reader_version
from event_reports
inner join current_readings on event_reports.reading_id = current_readings.reading_id
