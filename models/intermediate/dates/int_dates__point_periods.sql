-- One row per calendar point and end of its article's publication interval: the period that it means, seen from there.
with candidates as (
    select * from {{ ref('int_dates__point_candidates') }}
),

framed as (
    select
        *,
        case
            when anchor = 'fact' then coalesce(fact_to, period_start)
            -- 'the last week of 2018' is counted in the year, 'the last Friday in May' in the month.
            when ordinal_unit is not null and calendar_month is null and anchor = 'absolute'
                then {{ dossier.last_day_of_months('period_start', '12') }}
            when ordinal_unit is not null then {{ dossier.last_day_of_months('period_start', '1') }}
            when grain = 'day' then {{ dossier.add_days('period_start', 'span_count - 1') }}
            when grain = 'weekend' then {{ dossier.add_days('period_start', '7 * span_count - 6') }}
            when grain = 'week' then {{ dossier.add_days('period_start', '7 * span_count - 1') }}
            when grain = 'month' then {{ dossier.last_day_of_months('period_start', 'span_count') }}
            when grain in ('quarter', 'season') then {{ dossier.last_day_of_months('period_start', '3 * span_count') }}
            when grain = 'year' then {{ dossier.last_day_of_months('period_start', '12 * span_count') }}
            when grain = 'decade' then {{ dossier.last_day_of_months('period_start', '120 * span_count') }}
            when grain = 'century' then {{ dossier.last_day_of_months('period_start', '1200 * span_count') }}
        end as period_end
    from candidates
),

-- 'the last Friday in May', 'the first full week of October', 'the closest Monday to October 5th'.
counted as (
    select
        *,
        case
            when ordinal_unit = 'closest' and ordinal_number = 1
                then {{ dossier.next_weekday(dossier.add_days('period_start', '-3'), 'weekday') }}
            -- The second closest lies on the other side.
            when ordinal_unit = 'closest' and {{ dossier.next_weekday(dossier.add_days('period_start', '-3'), 'weekday') }} > period_start
                then {{ dossier.last_weekday('period_start', 'weekday') }}
            when ordinal_unit = 'closest'
                then {{ dossier.next_weekday('period_start', 'weekday') }}
            when ordinal_unit = 'day' and ordinal_number > 0
                then {{ dossier.add_days('period_start', 'ordinal_number - 1') }}
            when ordinal_unit = 'day'
                then {{ dossier.add_days('period_end', 'ordinal_number + 1') }}
            when ordinal_unit = 'weekday' and ordinal_number > 0
                then {{ dossier.add_days(dossier.next_weekday('period_start', 'weekday'), '7 * (ordinal_number - 1)') }}
            when ordinal_unit = 'weekday'
                then {{ dossier.add_days(dossier.last_weekday('period_end', 'weekday'), '7 * (ordinal_number + 1)') }}
            -- Weeks count from the first full one, and back from the last full one.
            when ordinal_unit in ('week', 'weekend') and ordinal_number > 0
                then {{ dossier.add_days(dossier.next_weekday('period_start', '1'), '7 * (ordinal_number - 1)') }}
            when ordinal_unit in ('week', 'weekend')
                then {{ dossier.add_days(dossier.last_weekday('period_end', '7'), '7 * (ordinal_number + 1) - 6') }}
            else period_start
        end as counted_start
    from framed
),

bounded as (
    select
        *,
        case
            when ordinal_unit is null then period_end
            when grain = 'week' then {{ dossier.add_days('counted_start', '6') }}
            when grain = 'weekend' then {{ dossier.add_days('counted_start', '1') }}
            when grain = 'month' then period_end
            else counted_start
        end as counted_end,
        case
            when direction is not null then direction
            when tense = 'future' then 'future'
            when tense = 'past' or (weekday is not null and calendar_day is null and calendar_month is null) then 'past'
            else 'nearest'
        end as side
    from counted
),

-- Lower is better; NULL is on the wrong side.
ranked as (
    select
        *,
        case
            when not is_floating then 0
            when side = 'past' and counted_start <= reference_day then {{ dossier.days_between('counted_start', 'reference_day') }}
            when side = 'future' and counted_end >= reference_day then {{ dossier.days_between('reference_day', 'counted_end') }}
            -- 'resumes on 9 July', read as past and written in June: what lies a year away would be told with its year.
            when
                side in ('past', 'future') and grain in ('day', 'week') and calendar_month is not null
                and {{ dossier.days_between('reference_day', 'counted_start') }} between -31 and 31
                then 300 + abs({{ dossier.days_between('reference_day', 'counted_start') }})
            when side = 'previous' and counted_end < reference_day then {{ dossier.days_between('counted_end', 'reference_day') }}
            when side = 'next' and counted_start > reference_day then {{ dossier.days_between('reference_day', 'counted_start') }}
            when side = 'nearest' and reference_day between counted_start and counted_end then 0
            when side = 'nearest' and counted_end < reference_day then 2 * {{ dossier.days_between('counted_end', 'reference_day') }}
            when side = 'nearest' then 2 * {{ dossier.days_between('reference_day', 'counted_start') }} + 1
        end as distance
    from bounded
),

numbered as (
    select
        *,
        row_number() over (
            partition by time_expression_id, point_position, reference_bound
            order by distance, step
        ) as candidate_rank
    from ranked
    where distance is not null
)

select
    time_expression_id,
    article_id,
    point_position,
    reference_bound,
    reference_day,
    grain,
    modifier,
    is_fiscal,
    is_floating,
    span_count,
    season,
    anchor,
    counted_start as period_from,
    counted_end as period_to
from numbered
-- 'March after next' is the second one ahead; all others are the best.
where candidate_rank = case when side = 'next' and ordinal_number = 2 and ordinal_unit is null then 2 else 1 end
