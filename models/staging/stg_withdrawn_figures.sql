-- One row per quantity that a correction notice says was wrong, of the reading in force.
with

figure_reports as (
    select * from {{ source('raw', 'read_figure_reports') }}
),

current_readings as (
    select reading_id from {{ source('raw', 'current_readings') }}
)

select
    figure_report_id,
    document_id,
    article_id,
    start_char,
    end_char,
    text,
    value,
    value_max,
    unit,
    measure,
    rule
from figure_reports
where
    is_withdrawn
    and reading_id in (select current_readings.reading_id from current_readings)
