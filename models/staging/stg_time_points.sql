-- One row per calendar point of a time expression: its only one, or an end of an interval.
select
    time_expression_id,
    document_id,
    article_id,
    position as point_position,
    anchor,
    previous_time_expression_id,
    dated_fact_key,
    fact_bound,
    direction,
    grain,
    year as calendar_year,
    month as calendar_month,
    day as calendar_day,
    weekday,
    quarter as calendar_quarter,
    season,
    decade,
    ordinal as ordinal_number,
    ordinal_unit,
    shift_count,
    shift_unit,
    span_count,
    modifier,
    is_fiscal
from {{ source('raw', 'read_time_points') }}
where reading_id in (select current_readings.reading_id from {{ source('raw', 'current_readings') }} as current_readings)
