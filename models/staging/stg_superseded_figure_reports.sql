-- One row per quantity as printed in an earlier version of a current document.
with

figure_reports as (
    select * from {{ source('raw', 'read_figure_reports') }}
),

superseded_readings as (
    select * from {{ source('raw', 'superseded_readings') }}
)

select
    figure_reports.figure_report_id,
    superseded_readings.document_id,
    superseded_readings.current_document_id,
    superseded_readings.version_number,
    figure_reports.start_char,
    figure_reports.end_char,
    figure_reports.text,
    figure_reports.quote_start_char,
    figure_reports.quote,
    figure_reports.value,
    figure_reports.unit,
    figure_reports.measure
from figure_reports
inner join superseded_readings on figure_reports.reading_id = superseded_readings.reading_id
