-- One row per calendar point, end of its article's publication interval, and step from there: what its period is reckoned from.
with points as (
    select * from {{ ref('stg_time_points') }}
),

expressions as (
    select * from {{ ref('stg_time_expressions') }}
),

articles as (
    select * from {{ ref('int_dates__articles') }}
),

facts as (
    select * from {{ ref('dated_facts') }}
),

steps as (
    select * from {{ ref('candidate_steps') }}
),

bounds as (
    select article_id, 'from' as reference_bound, published_from as reference_day from articles
    union all
    select article_id, 'to' as reference_bound, published_to as reference_day from articles
),

anchored as (
    select
        points.*,
        expressions.tense,
        bounds.reference_bound,
        bounds.reference_day,
        facts.date_from as fact_from,
        -- A term that is not over is open at its end.
        case when points.fact_bound = 'whole' and facts.fact_key is not null and facts.date_to is null then 'from' else points.point_position end as bounded_position,
        case when points.fact_bound = 'from' then facts.date_from else facts.date_to end as fact_to,
        -- A family of facts ('Easter', 'since she took office') is looked for around the reference day as well.
        (
            points.anchor = 'publication' and points.calendar_year is null and points.decade is null and points.shift_count is null
        ) or coalesce(points.dated_fact_key = facts.family, false) as is_floating,
        coalesce(points.shift_count, 0) as shift_steps,
        coalesce(
            points.calendar_month,
            3 * points.calendar_quarter - 2,
            3 * (points.season - 20),
            case when points.grain in ('year', 'decade', 'century') or points.calendar_year is not null then 1 end
        ) as start_month
    from points
    inner join expressions
        on points.time_expression_id = expressions.time_expression_id
    inner join bounds
        on points.article_id = bounds.article_id
    left join facts
        on points.dated_fact_key in (facts.fact_key, facts.family)
    where points.anchor != 'previous'
)

select
    anchored.time_expression_id,
    anchored.article_id,
    anchored.anchor,
    anchored.direction,
    anchored.grain,
    anchored.calendar_month,
    anchored.calendar_day,
    anchored.weekday,
    anchored.season,
    anchored.decade,
    anchored.ordinal_number,
    anchored.ordinal_unit,
    anchored.shift_unit,
    anchored.span_count,
    anchored.modifier,
    anchored.is_fiscal,
    anchored.tense,
    anchored.reference_bound,
    anchored.reference_day,
    anchored.fact_from,
    anchored.fact_to,
    anchored.bounded_position,
    anchored.is_floating,
    anchored.shift_steps,
    anchored.start_month,
    steps.step,
    extract(year from anchored.reference_day) as reference_year,
    coalesce(
        anchored.calendar_year,
        -- The first century begins with year 1.
        case when anchored.decade = 0 then 1 else anchored.decade end,
        extract(year from anchored.reference_day) + steps.step
        + case when anchored.shift_unit = 'year' then anchored.shift_steps else 0 end
        -- 'this winter' in January began the year before.
        - case
            when anchored.season = 24 and anchored.shift_unit = 'season' and extract(month from anchored.reference_day) < 3 then 1
            else 0
        end
    ) as start_year
from anchored
inner join steps
    on steps.step = 0 or (anchored.is_floating and anchored.anchor != 'fact')
