-- One row per calendar point, end of its article's publication interval, and period that the point could mean.
-- Points with a year or a count of steps have one candidate; bare ones ('Thursday', 'in May') one for each week, month
-- or year around the reference day, of which int_dates__points takes the nearest on the right side.
with stepped as (
    select * from {{ ref('int_dates__stepped_points') }}
),

-- Told on a Sunday, 'last week' is the one that ends that day, in papers as in countries whose weeks begin on Sunday.
weeks as (
    select
        *,
        case
            when shift_unit = 'week' and (grain = 'week' or weekday is not null) and shift_steps < 0 and {{ dossier.iso_weekday('reference_day') }} = 7
                then shift_steps + 1
            else shift_steps
        end as week_steps
    from stepped
),

started as (
    select
        *,
        case
            when anchor = 'fact' then fact_from
            when shift_unit = 'decade' and decade is null
                then {{ dossier.date_from_parts('reference_year - reference_year % 10 + 10 * shift_steps', '1', '1') }}
            when shift_unit = 'century' and decade is null
                then {{ dossier.date_from_parts('reference_year - reference_year % 100 + 100 * shift_steps', '1', '1') }}
            when shift_unit = 'season' and season is null
                then {{ dossier.add_months(dossier.quarter_start(dossier.add_months('reference_day', '1')), '3 * shift_steps - 1') }}
            when shift_unit = 'quarter'
                then {{ dossier.add_months(dossier.quarter_start('reference_day'), '3 * shift_steps') }}
            when shift_unit = 'month' and grain = 'day' and calendar_day is null and ordinal_unit is null
                then {{ dossier.add_months('reference_day', 'shift_steps') }}
            when shift_unit = 'month'
                then {{ dossier.add_days(dossier.add_months(dossier.month_start('reference_day'), 'shift_steps'), 'coalesce(calendar_day, 1) - 1') }}
            when shift_unit = 'year' and grain = 'day' and calendar_month is null and ordinal_unit is null
                then {{ dossier.add_months('reference_day', '12 * shift_steps') }}
            when shift_unit = 'weekday'
                then {{ dossier.add_days(dossier.week_start(dossier.add_days('reference_day', '-weekday')), 'weekday - 1 + 7 * (shift_steps + 1)') }}
            when shift_unit = 'week' and weekday is not null
                then {{ dossier.add_days(dossier.week_start('reference_day'), '7 * week_steps + weekday - 1') }}
            when shift_unit = 'week' and grain = 'week'
                then {{ dossier.add_days(dossier.week_start('reference_day'), '7 * week_steps') }}
            when shift_unit = 'week' then {{ dossier.add_days('reference_day', '7 * shift_steps') }}
            when shift_unit = 'weekend' then {{ dossier.add_days(dossier.week_start('reference_day'), '7 * shift_steps + 5') }}
            when shift_unit = 'day' then {{ dossier.add_days('reference_day', 'shift_steps') }}
            when start_month is not null
                then {{ dossier.date_from_parts('start_year', 'start_month', 'coalesce(calendar_day, 1)') }}
            when calendar_day is not null
                then {{ dossier.add_days(dossier.add_months(dossier.month_start('reference_day'), 'step'), 'calendar_day - 1') }}
            when weekday is not null then {{ dossier.add_days(dossier.week_start('reference_day'), '7 * step + weekday - 1') }}
        end as raw_start
    from weeks
)

select
    time_expression_id,
    article_id,
    bounded_position as point_position,
    reference_bound,
    reference_day,
    step,
    is_floating,
    anchor,
    tense,
    direction,
    grain,
    weekday,
    calendar_month,
    calendar_day,
    season,
    ordinal_number,
    ordinal_unit,
    coalesce(span_count, 1) as span_count,
    modifier,
    is_fiscal,
    fact_to,
    case when grain = 'week' and calendar_day is not null then {{ dossier.week_start('raw_start') }} else raw_start end as period_start
from started
where
    raw_start is not null
    -- 'the 31st' exists in some months only.
    and (
        calendar_day is null or grain != 'day' or extract(day from raw_start) = calendar_day
    )
    -- 'Friday, July 18' names its year by the weekday.
    and (
        not is_floating or weekday is null or calendar_day is null or ordinal_unit is not null
        or {{ dossier.iso_weekday('raw_start') }} = weekday
    )
