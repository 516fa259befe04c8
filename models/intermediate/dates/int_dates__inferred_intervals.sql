-- One row per article without a given date whose own evidence leaves at most a year for its publication.
-- Inside each year that its dates and facts leave, the months and days that it names without a year narrow it: such a
-- month lies within half a year of the writer.
{% set widest_days = 366 %}
-- Who names several past days of one fortnight follows events closely. Measured on 653 official records with their dates
-- hidden: the 12 that do appeared at most 59 days after the last of these days (10 of them within 13); of the 48 that
-- name one such day 95% within 354 days, which bounds nothing. Shared wording with a dated text is no evidence either:
-- of 41 near copies among these records 14 appeared within three days of each other, the others in other years.
{% set fortnight = 14 %}
{% set close_days = 60 %}
with candidate_years as (
    select * from {{ ref('int_dates__publication_years') }}
),

named_days as (
    select * from {{ ref('int_dates__bare_days') }}
),

bare_days as (
    select
        named_days.article_id,
        named_days.evidence_kind,
        named_days.calendar_month,
        named_days.calendar_day,
        candidate_years.candidate_year,
        -- Counts 'from January to May' are told when May is over.
        case
            when named_days.point_position = 'to' and named_days.calendar_day is null
                then {{ dossier.last_day_of_months(dossier.date_from_parts('candidate_years.candidate_year', 'named_days.calendar_month', '1'), '1') }}
            else {{ dossier.date_from_parts('candidate_years.candidate_year', 'named_days.calendar_month', 'coalesce(named_days.calendar_day, 1)') }}
        end as day_in_year
    from named_days
    inner join candidate_years
        on named_days.article_id = candidate_years.article_id
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

latest_days as (
    select
        article_id,
        candidate_year,
        max(day_in_year) as latest_day
    from bare_days
    where evidence_kind = 'past-month' and calendar_day is not null
    group by article_id, candidate_year
),

close_days as (
    select
        latest_days.article_id,
        latest_days.candidate_year,
        latest_days.latest_day,
        count(distinct bare_days.day_in_year) as day_count
    from latest_days
    inner join bare_days
        on
            latest_days.article_id = bare_days.article_id
            and latest_days.candidate_year = bare_days.candidate_year
            and bare_days.evidence_kind = 'past-month'
            and bare_days.calendar_day is not null
            and bare_days.day_in_year >= {{ dossier.add_days('latest_days.latest_day', -fortnight) }}
    group by latest_days.article_id, latest_days.candidate_year, latest_days.latest_day
),

year_spans as (
    select
        year_bounds.article_id,
        year_bounds.is_by_years,
        greatest(year_bounds.year_from, coalesce(year_bounds.behind, year_bounds.year_from)) as published_from,
        least(
            year_bounds.year_to,
            coalesce(year_bounds.ahead, year_bounds.year_to),
            coalesce({{ dossier.add_days('close_days.latest_day', close_days) }}, year_bounds.year_to)
        ) as published_to,
        year_bounds.behind is not null or year_bounds.ahead is not null as has_bare_days
    from year_bounds
    left join close_days
        on
            year_bounds.article_id = close_days.article_id
            and year_bounds.candidate_year = close_days.candidate_year
            and close_days.day_count >= 2
            and close_days.latest_day >= coalesce(year_bounds.behind, close_days.latest_day)
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
