-- One row per article without a given date and year in which its own evidence lets it be published, with the stretch of
-- that year that is left. Years are bounded by dated deeds and plans, dated facts, who is in office, and the years named.
with articles as (
    select * from {{ ref('stg_articles') }}
),

given as (
    select * from {{ ref('int_dates__given_dates') }}
),

bounds as (
    select * from {{ ref('int_dates__evidence_bounds') }}
),

office_windows as (
    select * from {{ ref('int_dates__office_windows') }}
),

named_years as (
    select * from {{ ref('int_dates__named_years') }}
),

bare_days as (
    select * from {{ ref('int_dates__bare_days') }}
),

steps as (
    select * from {{ ref('candidate_steps') }}
),

all_bounds as (
    select article_id, bound_from, bound_to from bounds
    union all
    select article_id, window_from as bound_from, window_to as bound_to from office_windows
),

spans as (
    select
        articles.article_id,
        max(all_bounds.bound_from) as span_from,
        min(all_bounds.bound_to) as span_to,
        max(named_years.last_year) as last_year
    from articles
    inner join all_bounds
        on articles.article_id = all_bounds.article_id
    left join named_years
        on articles.article_id = named_years.article_id
    where articles.article_id not in (select given.article_id from given)
    group by articles.article_id
),

bounded_spans as (
    select
        article_id,
        span_from,
        -- A later fact outranks the years named: then they bound nothing.
        coalesce(extract(year from span_from) <= last_year, false) as is_by_years,
        case
            when extract(year from span_from) <= last_year
                then least(coalesce(span_to, {{ dossier.date_from_parts('last_year', '12', '31') }}), {{ dossier.date_from_parts('last_year', '12', '31') }})
            else span_to
        end as span_to
    from spans
),

candidate_years as (
    select
        bounded_spans.*,
        extract(year from bounded_spans.span_from) + steps.step as candidate_year
    from bounded_spans
    inner join steps
        on
            steps.step >= 0
            and extract(year from bounded_spans.span_from) + steps.step <= extract(year from bounded_spans.span_to)
    where bounded_spans.span_from <= bounded_spans.span_to
),

-- A year in which a date falls on another weekday than the one printed beside it is none; a date of the last months may
-- be that of the year before.
contradicted_years as (
    select distinct
        candidate_years.article_id,
        candidate_years.candidate_year
    from candidate_years
    inner join bare_days
        on candidate_years.article_id = bare_days.article_id
    where
        bare_days.calendar_day is not null
        and {{ dossier.iso_weekday(dossier.date_from_parts('candidate_years.candidate_year', 'bare_days.calendar_month', 'bare_days.calendar_day')) }}
        != bare_days.weekday
        and (
            bare_days.calendar_month < 10
            or {{ dossier.iso_weekday(dossier.date_from_parts('candidate_years.candidate_year - 1', 'bare_days.calendar_month', 'bare_days.calendar_day')) }}
            != bare_days.weekday
        )
)

select
    candidate_years.article_id,
    candidate_years.candidate_year,
    candidate_years.is_by_years,
    greatest(candidate_years.span_from, {{ dossier.date_from_parts('candidate_years.candidate_year', '1', '1') }}) as year_from,
    least(candidate_years.span_to, {{ dossier.date_from_parts('candidate_years.candidate_year', '12', '31') }}) as year_to
from candidate_years
left join contradicted_years
    on
        candidate_years.article_id = contradicted_years.article_id
        and candidate_years.candidate_year = contradicted_years.candidate_year
where contradicted_years.article_id is null
