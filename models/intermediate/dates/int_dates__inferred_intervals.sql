-- One row per article without a given date whose own evidence leaves at most a year for its publication.
-- Inside each year that its dates and facts leave, the months and days that it names without a year narrow it: such a
-- month lies within half a year of the writer.
{% set widest_days = 366 %}
with candidate_years as (
    select * from {{ ref('int_dates__publication_years') }}
),

bare_days as (
    select * from {{ ref('int_dates__days_in_years') }}
),

close_days as (
    select * from {{ ref('int_dates__close_days') }}
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
                when
                    bare_days.evidence_kind = 'past-month'
                    and extract(month from candidate_years.year_from) > bare_days.calendar_month - 6
                    then bare_days.day_in_year
            end
        ) as behind,
        min(
            case
                when bare_days.evidence_kind = 'future-day' and bare_days.calendar_month > 6
                    then bare_days.day_in_year
            end
        ) as ahead
    from candidate_years
    left join bare_days
        on
            candidate_years.article_id = bare_days.article_id
            and candidate_years.candidate_year = bare_days.candidate_year
    group by
        candidate_years.article_id,
        candidate_years.candidate_year,
        candidate_years.is_by_years,
        candidate_years.year_from,
        candidate_years.year_to
),

year_spans as (
    select
        year_bounds.article_id,
        year_bounds.is_by_years,
        greatest(year_bounds.year_from, coalesce(year_bounds.behind, year_bounds.year_from)) as published_from,
        least(
            year_bounds.year_to,
            coalesce(year_bounds.ahead, year_bounds.year_to),
            coalesce(close_days.last_day, year_bounds.year_to)
        ) as published_to,
        year_bounds.behind is not null or year_bounds.ahead is not null as has_bare_days
    from year_bounds
    left join close_days
        on
            year_bounds.article_id = close_days.article_id
            and year_bounds.candidate_year = close_days.candidate_year
            and close_days.latest_day >= coalesce(year_bounds.behind, cast('0001-01-01' as date))
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
    concat_ws(
        '',
        case when is_by_years = 1 then 'latest years named' else 'dates and facts named' end,
        case when has_bare_days = 1 then ', months and days around' else '' end
    ) as published_rule
from inferred
where {{ dossier.days_between('published_from', 'published_to') }} <= {{ widest_days }}
