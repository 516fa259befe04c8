-- One row per quantity as printed, of the reading in force, less what a correction notice withdraws
with figure_reports as (
    select * from {{ source('raw', 'read_figure_reports') }}
),

current_readings as (
    select * from {{ source('raw', 'current_readings') }}
)

select
    figure_report_id,
    document_id,
    article_id,
    start_char,
    end_char,
    text,
    quote_start_char,
    quote_end_char,
    quote,
    value,
    value_max,
    unit,
    comparator,
    measure,
    subject,
    subject_chain_id,
    place_code,
    period_time_expression_id,
    attributed_chain_id,
    attributed_as_written,
    converted_from_report_id,
    period_is_start,
    reader,
    rule,
    reading_id
from figure_reports
where
    reading_id in (select current_readings.reading_id from current_readings)
    and not coalesce(is_withdrawn, false)
