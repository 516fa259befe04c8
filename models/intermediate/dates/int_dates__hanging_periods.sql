-- One row per calendar point that hangs on an earlier expression and end of its article's publication interval: the
-- period it comes to, stepped from what the earlier expression came to.
with periods as (
    select * from {{ ref('int_dates__point_periods') }}
),

points as (
    select * from {{ ref('stg_time_points') }}
),

expressions as (
    select * from {{ ref('stg_time_expressions') }}
),

-- What an earlier expression came to, as the day to step from.
earlier as (
    select
        time_expression_id,
        reference_bound,
        min(period_from) as earlier_from,
        max(period_to) as earlier_to,
        min(grain) as earlier_grain,
        min(reference_day) as reference_day
    from periods
    group by time_expression_id, reference_bound
),

hanging as (
    select
        points.*,
        earlier.reference_bound,
        earlier.earlier_from,
        earlier.earlier_to,
        earlier.reference_day,
        expressions.tense,
        coalesce(points.calendar_month, 3 * (points.season - 20)) as start_month,
        -- A step finer than what is stepped from ('two days later' after 'in May') tells no more than that period.
        (points.grain = 'day' and earlier.earlier_from < earlier.earlier_to)
        or (points.grain in ('week', 'month') and earlier.earlier_grain in ('year', 'decade')) as is_too_fine,
        case
            -- 'the same quarter in 2011'.
            when points.calendar_year is not null
                then {{ dossier.add_months('earlier.earlier_from', '12 * (points.calendar_year - extract(year from earlier.earlier_from))') }}
            when points.shift_unit = 'week' then {{ dossier.add_days('earlier.earlier_from', '7 * points.shift_count') }}
            when points.shift_unit = 'month' then {{ dossier.add_months('earlier.earlier_from', 'points.shift_count') }}
            when points.shift_unit = 'quarter' then {{ dossier.add_months('earlier.earlier_from', '3 * points.shift_count') }}
            when points.shift_unit = 'year' then {{ dossier.add_months('earlier.earlier_from', '12 * points.shift_count') }}
            when points.shift_unit = 'decade' then {{ dossier.add_months('earlier.earlier_from', '120 * points.shift_count') }}
            when points.shift_unit in ('day', 'weekend') then {{ dossier.add_days('earlier.earlier_from', 'points.shift_count') }}
            when points.weekday is not null then
                {{ dossier.next_weekday(dossier.add_days('earlier.earlier_from', '1'), 'points.weekday') }}
        end as stepped_day
    from points
    inner join earlier
        on points.previous_time_expression_id = earlier.time_expression_id
    inner join expressions
        on points.time_expression_id = expressions.time_expression_id
    where
        points.anchor = 'previous'
        -- 'six years later' after a term of office: counted from which of its days?
        and {{ dossier.days_between('earlier.earlier_from', 'earlier.earlier_to') }} < 367
),

hanging_starts as (
    select
        *,
        case
            when is_too_fine then earlier_from
            -- 'the following June' after something told of June or later is next year's.
            when start_month is not null
                then {{ dossier.date_from_parts(
                    "extract(year from stepped_day) + case when direction = 'next' and start_month <= extract(month from earlier_to) then 1 else 0 end",
                    'start_month', 'coalesce(calendar_day, 1)'
                ) }}
            when grain = 'week' then {{ dossier.week_start('stepped_day') }}
            when grain = 'month' then {{ dossier.month_start('stepped_day') }}
            when grain = 'quarter' then {{ dossier.quarter_start('stepped_day') }}
            when grain = 'year' then {{ dossier.year_start('stepped_day') }}
            else stepped_day
        end as period_from
    from hanging
),

hanging_periods as (
    select
        time_expression_id,
        article_id,
        point_position,
        reference_bound,
        case when is_too_fine then 'too-fine' else grain end as grain,
        modifier,
        is_fiscal,
        period_from,
        case
            when is_too_fine then earlier_to
            when calendar_day is not null or grain in ('day', 'weekend', 'decade') then period_from
            when grain = 'week' then {{ dossier.add_days('period_from', '6') }}
            when grain = 'month' then {{ dossier.last_day_of_months('period_from', '1') }}
            when grain in ('quarter', 'season') then {{ dossier.last_day_of_months('period_from', '3') }}
            else {{ dossier.last_day_of_months('period_from', '12') }}
        end as period_to
    from hanging_starts
    -- 'nine years later' told as past does not lie ahead: then it counts from something else than the words before it.
    where coalesce(tense = 'future' or period_from <= reference_day or earlier_from > reference_day or is_too_fine, true)
)

select
    time_expression_id,
    article_id,
    point_position,
    reference_bound,
    grain,
    modifier,
    is_fiscal,
    period_from,
    period_to
from hanging_periods
