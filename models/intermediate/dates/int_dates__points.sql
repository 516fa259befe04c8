-- One row per calendar point and end of its article's publication interval, with the part of the period that is meant
-- and its EDTF value. Points that hang on an earlier expression step from what that one came to.
with periods as (
    select * from {{ ref('int_dates__point_periods') }}
),

hanging_periods as (
    select * from {{ ref('int_dates__hanging_periods') }}
),

parts as (
    select * from {{ ref('period_parts') }}
),

all_periods as (
    select
        time_expression_id,
        article_id,
        point_position,
        reference_bound,
        reference_day,
        case when anchor = 'fact' then 'day' else grain end as grain,
        modifier,
        is_fiscal,
        is_floating,
        span_count,
        period_from,
        period_to
    from periods
    union all
    select
        time_expression_id,
        article_id,
        point_position,
        reference_bound,
        null as reference_day,
        case
            when grain != 'too-fine' then grain
            when {{ dossier.days_between('period_from', 'period_to') }} < 32 then 'month'
            when {{ dossier.days_between('period_from', 'period_to') }} < 367 then 'year'
            else 'decade'
        end as grain,
        case
            when grain = 'too-fine' and {{ dossier.days_between('period_from', 'period_to') }} < 27 then 'within'
            else modifier
        end as modifier,
        is_fiscal,
        false as is_floating,
        1 as span_count,
        period_from,
        period_to
    from hanging_periods
),

cut as (
    select
        all_periods.*,
        case
            when all_periods.modifier = 'rest' then greatest(all_periods.period_from, all_periods.reference_day)
            when parts.unit = 'month' then {{ dossier.add_months('all_periods.period_from', 'parts.first_offset') }}
            when parts.unit = 'day' then {{ dossier.add_days('all_periods.period_from', 'parts.first_offset') }}
            else all_periods.period_from
        end as value_from,
        case
            when all_periods.modifier = 'before' then least(all_periods.period_to, all_periods.reference_day)
            when parts.last_offset is null then all_periods.period_to
            when parts.unit = 'month' then {{ dossier.last_day_of_months('all_periods.period_from', 'parts.last_offset + 1') }}
            when parts.unit = 'day' then {{ dossier.add_days('all_periods.period_from', 'parts.last_offset') }}
        end as value_to
    from all_periods
    left join parts
        on
            all_periods.grain = parts.grain
            and all_periods.modifier = parts.modifier
)

select
    time_expression_id,
    article_id,
    point_position,
    reference_bound,
    grain,
    is_floating,
    is_fiscal,
    modifier,
    value_from,
    value_to,
    case
        -- 'late last month' keeps the month as its value: how late is not said.
        when grain = 'month' and modifier is not null then concat_ws('', {{ dossier.edtf_month('value_from') }}, '~')
        when is_fiscal then {{ dossier.edtf_year('value_from') }}
        else {{ dossier.period_value('grain', 'value_from', 'value_to', '(modifier is null and span_count = 1)') }}
    end as value
from cut
