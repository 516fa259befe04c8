-- One row per day from 1990 to 2035.
with

digits as (
    {{ numbers_to(9) }}
),

ten_thousands as (
    {{ numbers_to(1) }}
),

day_numbers as (
    select
        ones.number + 10 * tens.number + 100 * hundreds.number + 1000 * thousands.number
        + 10000 * ten_thousands.number as day_number
    from digits as ones
    cross join digits as tens
    cross join digits as hundreds
    cross join digits as thousands
    cross join ten_thousands
),

-- 1 January 1990 was a Monday.
days as (
    select
        {{ add_days("cast('1990-01-01' as date)", 'day_numbers.day_number') }} as calendar_day,
        mod(day_numbers.day_number, 7) + 1 as iso_weekday
    from day_numbers
)

select
    days.calendar_day,
    cast(extract(year from days.calendar_day) as integer) as year_number,
    cast(extract(quarter from days.calendar_day) as integer) as quarter_number,
    cast(extract(month from days.calendar_day) as integer) as month_number,
    cast(extract(day from days.calendar_day) as integer) as day_of_month,
    cast(days.iso_weekday as integer) as iso_weekday,
    days.iso_weekday >= 6 as is_weekend,
    cast(days.calendar_day as string) as day_edtf,
    substr(cast(days.calendar_day as string), 1, 7) as month_edtf,
    substr(cast(days.calendar_day as string), 1, 4) as year_edtf
from days
where days.calendar_day < cast('2036-01-01' as date)
