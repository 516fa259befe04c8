-- One row per piece of evidence that bounds an article's publication date in years: the first and last day it leaves open.
with evidence as (
    select * from {{ ref('stg_publication_evidence') }}
),

points as (
    select * from {{ ref('stg_time_points') }}
),

facts as (
    select * from {{ ref('dated_facts') }}
),

-- Dates with a year: what lies behind the writer bounds from below, what lies ahead from above.
dated as (
    select
        evidence.publication_evidence_id,
        evidence.article_id,
        evidence.evidence_kind,
        max(
            {{ dossier.date_from_parts('points.calendar_year', 'coalesce(points.calendar_month, 1)', 'coalesce(points.calendar_day, 1)') }}
        ) as first_day,
        max(
            {{ dossier.date_from_parts('points.calendar_year', 'coalesce(points.calendar_month, 12)', 'coalesce(points.calendar_day, 28)') }}
        ) as last_day
    from evidence
    inner join points
        on evidence.time_expression_id = points.time_expression_id
    where evidence.evidence_kind in ('past-date', 'future-date')
    group by evidence.publication_evidence_id, evidence.article_id, evidence.evidence_kind
),

dated_bounds as (
    select
        publication_evidence_id,
        article_id,
        evidence_kind,
        case when evidence_kind = 'past-date' then first_day end as bound_from,
        -- The last day of the month where only a month or a year is given.
        case when evidence_kind = 'future-date' then {{ dossier.add_days('last_day', '3') }} end as bound_to
    from dated
),

named_bounds as (
    select
        evidence.publication_evidence_id,
        evidence.article_id,
        evidence.evidence_kind,
        case when evidence.evidence_kind = 'former' then min(facts.date_to) else min(facts.date_from) end as bound_from,
        cast(null as date) as bound_to
    from evidence
    inner join facts
        on evidence.dated_fact_key in (facts.fact_key, facts.family)
    where evidence.evidence_kind in ('former', 'occurred')
    group by evidence.publication_evidence_id, evidence.article_id, evidence.evidence_kind
),

-- 'the Act, passed last year': the article's day lies as far from the fact as its own words say.
beside as (
    select
        evidence.publication_evidence_id,
        evidence.article_id,
        evidence.evidence_kind,
        points.grain,
        points.shift_unit,
        points.calendar_month,
        points.shift_count,
        facts.date_from,
        case
            when points.shift_unit = 'year' then {{ dossier.add_months(dossier.year_start('facts.date_from'), '-12 * points.shift_count') }}
            -- 'two months ago' is the month before last, but no less than fifty days.
            when points.shift_unit = 'month'
                then greatest(
                        {{ dossier.add_months(dossier.month_start('facts.date_from'), '-points.shift_count') }},
                        {{ dossier.add_days('facts.date_from', '-25 * points.shift_count') }}
                    )
            when points.shift_unit = 'week' then {{ dossier.add_days(dossier.week_start('facts.date_from'), '-7 * points.shift_count') }}
            when points.shift_unit = 'day' then {{ dossier.add_days('facts.date_from', '-points.shift_count') }}
            when points.calendar_month = extract(month from facts.date_from) then facts.date_from
        end as bound_from
    from evidence
    inner join points
        on evidence.time_expression_id = points.time_expression_id
    inner join facts
        on evidence.dated_fact_key = facts.fact_key
    where evidence.evidence_kind = 'beside-time'
),

beside_bounds as (
    select
        publication_evidence_id,
        article_id,
        evidence_kind,
        bound_from,
        case
            when shift_unit = 'year' then {{ dossier.last_day_of_months('bound_from', '12') }}
            when shift_unit = 'month' then {{ dossier.last_day_of_months(dossier.month_start('bound_from'), '1') }}
            when shift_unit = 'week' then {{ dossier.add_days('bound_from', '13') }}
            when shift_unit = 'day' then bound_from
            -- A month without a year is told within the year that follows it.
            else {{ dossier.add_months('bound_from', '9') }}
        end as bound_to
    from beside
    where bound_from is not null
),

all_bounds as (
    select * from dated_bounds
    union all
    select * from named_bounds
    union all
    select * from beside_bounds
)

select
    publication_evidence_id,
    article_id,
    evidence_kind,
    bound_from,
    bound_to
from all_bounds
