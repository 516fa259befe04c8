-- One row per article without a given date and year in which its own evidence lets it be published, with the stretch of
-- that year that is left. Years are bounded by dated deeds and plans, dated facts, and who is in office.
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
        max(case when recent_years.mention_count >= 2 then recent_years.latest_year end) as latest_year,
        max(
            case
                when recent_years.mention_count >= 2
                    then {{ dossier.date_from_parts('recent_years.latest_year + 1', '12', '31') }}
            end
        ) as latest_day
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
                then least(coalesce(span_to, latest_day), latest_day)
            else span_to
        end as span_to,
        latest_year is not null and extract(year from span_from) <= latest_year + 1 as is_by_years
    from spans
),

candidate_years as (
    select
        bounded_spans.article_id,
        bounded_spans.is_by_years,
        bounded_spans.span_from,
        bounded_spans.span_to,
        extract(year from bounded_spans.span_from) + steps.step as candidate_year
    from bounded_spans
    inner join steps
        on
            steps.step >= 0
            and extract(year from bounded_spans.span_from) + steps.step <= extract(year from bounded_spans.span_to)
    where bounded_spans.span_from <= bounded_spans.span_to
)

select
    article_id,
    candidate_year,
    is_by_years,
    greatest(span_from, {{ dossier.date_from_parts('candidate_year', '1', '1') }}) as year_from,
    least(span_to, {{ dossier.date_from_parts('candidate_year', '12', '31') }}) as year_to
from candidate_years
