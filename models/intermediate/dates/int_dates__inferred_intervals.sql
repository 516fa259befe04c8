-- One row per article without a given date whose own evidence leaves at most a year for its publication.
-- First the years that its dates and office holders leave, then inside each year the months and days that it names
-- without a year: such a month lies within half a year of the writer.
{% set widest_days = 366 %}
with articles as (
    select * from {{ ref('stg_articles') }}
),

given as (
    select * from {{ ref('int_dates__given_dates') }}
),

evidence as (
    select * from {{ ref('stg_publication_evidence') }}
),

points as (
    select * from {{ ref('stg_time_points') }}
),

bounds as (
    select * from {{ ref('int_dates__evidence_bounds') }}
),

office_windows as (
    select * from {{ ref('int_dates__office_windows') }}
),

steps as (
    select * from {{ ref('candidate_steps') }}
),

all_bounds as (
    select article_id, evidence_kind, bound_from, bound_to from bounds
    union all
    select article_id, 'in-office' as evidence_kind, window_from as bound_from, window_to as bound_to from office_windows
),

latest_years as (
    select
        article_id,
        max(extract(year from bound_from)) as latest_year
    from bounds
    where evidence_kind = 'past-date'
    group by article_id
),

-- The years that a text has to name are rarely more than one year old: the latest of several is this year or last.
recent_years as (
    select
        latest_years.article_id,
        latest_years.latest_year,
        count(*) as mention_count
    from latest_years
    inner join bounds
        on
            latest_years.article_id = bounds.article_id
            and bounds.evidence_kind = 'past-date'
            and extract(year from bounds.bound_from) >= latest_years.latest_year - 1
    group by latest_years.article_id, latest_years.latest_year
),

spans as (
    select
        articles.article_id,
        max(all_bounds.bound_from) as span_from,
        min(all_bounds.bound_to) as span_to,
        max(case when recent_years.mention_count >= 2 then recent_years.latest_year end) as latest_year
    from articles
    inner join all_bounds
        on articles.article_id = all_bounds.article_id
    left join recent_years
        on articles.article_id = recent_years.article_id
    where articles.article_id not in (select given.article_id from given)
    group by articles.article_id
),

bounded_spans as (
    select
        article_id,
        span_from,
        case
            when extract(year from span_from) <= latest_year + 1
                then least(coalesce(span_to, {{ dossier.date_from_parts('latest_year + 1', '12', '31') }}), {{ dossier.date_from_parts('latest_year + 1', '12', '31') }})
            else span_to
        end as span_to,
        latest_year is not null and extract(year from span_from) <= latest_year + 1 as is_by_years
    from spans
),

candidate_years as (
    select
        bounded_spans.article_id,
        bounded_spans.is_by_years,
        extract(year from bounded_spans.span_from) + steps.step as candidate_year,
        greatest(bounded_spans.span_from, {{ dossier.date_from_parts('extract(year from bounded_spans.span_from) + steps.step', '1', '1') }}) as year_from,
        least(bounded_spans.span_to, {{ dossier.date_from_parts('extract(year from bounded_spans.span_from) + steps.step', '12', '31') }}) as year_to
    from bounded_spans
    inner join steps
        on
            steps.step >= 0
            and extract(year from bounded_spans.span_from) + steps.step <= extract(year from bounded_spans.span_to)
    where bounded_spans.span_from <= bounded_spans.span_to
),

bare_days as (
    select
        evidence.article_id,
        evidence.evidence_kind,
        points.calendar_month,
        coalesce(points.calendar_day, 1) as calendar_day
    from evidence
    inner join points
        on evidence.time_expression_id = points.time_expression_id
    where evidence.evidence_kind in ('past-month', 'future-day')
),

year_bounds as (
    select
        candidate_years.article_id,
        candidate_years.candidate_year,
        candidate_years.is_by_years,
        candidate_years.year_from,
        candidate_years.year_to,
        max(
            case
                when bare_days.evidence_kind = 'past-month' and extract(month from candidate_years.year_from) > bare_days.calendar_month - 6
                    then {{ dossier.date_from_parts('candidate_years.candidate_year', 'bare_days.calendar_month', 'bare_days.calendar_day') }}
            end
        ) as behind,
        min(
            case
                when bare_days.evidence_kind = 'future-day' and bare_days.calendar_month > 6
                    then {{ dossier.date_from_parts('candidate_years.candidate_year', 'bare_days.calendar_month', 'bare_days.calendar_day') }}
            end
        ) as ahead
    from candidate_years
    left join bare_days
        on candidate_years.article_id = bare_days.article_id
    group by
        candidate_years.article_id,
        candidate_years.candidate_year,
        candidate_years.is_by_years,
        candidate_years.year_from,
        candidate_years.year_to
),

year_spans as (
    select
        article_id,
        is_by_years,
        greatest(year_from, coalesce(behind, year_from)) as published_from,
        least(year_to, coalesce(ahead, year_to)) as published_to,
        behind is not null or ahead is not null as has_bare_days
    from year_bounds
),

inferred as (
    select
        article_id,
        min(published_from) as published_from,
        max(published_to) as published_to,
        max(case when is_by_years then 1 else 0 end) as is_by_years,
        max(case when has_bare_days then 1 else 0 end) as has_bare_days
    from year_spans
    where published_from <= published_to
    group by article_id
)

select
    article_id,
    published_from,
    published_to,
    concat(
        case when is_by_years = 1 then 'latest years named' else 'dates and facts named' end,
        case when has_bare_days = 1 then ', months and days around' else '' end
    ) as published_rule
from inferred
where {{ dossier.days_between('published_from', 'published_to') }} <= {{ widest_days }}
