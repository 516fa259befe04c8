-- One row per article that names years as past, with the latest of them and the last year in which it can have appeared.
-- Measured on 653 official records with their dates hidden: texts that name the two latest years three times or more, and
-- months or days without a year besides, appeared in the latest of them or the year after (5 of 5); those that name them
-- twice, or no bare months, less often (7 of 9, 41 of 50). A date with its weekday ('Friday, July 18') fits one year in
-- five to eleven, so with one the four years after the latest one named are looked at (19 of 21 texts with bare days).
{% set least_mentions = 3 %}
{% set years_by_weekday = 4 %}
with bounds as (
    select * from {{ ref('int_dates__evidence_bounds') }}
),

bare_days as (
    select * from {{ ref('int_dates__bare_days') }}
),

named as (
    select
        article_id,
        extract(year from bound_from) as named_year
    from bounds
    where evidence_kind = 'past-date'
),

latest as (
    select
        article_id,
        max(named_year) as latest_year
    from named
    group by article_id
),

mentions as (
    select
        latest.article_id,
        latest.latest_year,
        count(*) as mention_count
    from latest
    inner join named
        on
            latest.article_id = named.article_id
            and named.named_year >= latest.latest_year - 1
    group by latest.article_id, latest.latest_year
),

bare as (
    select
        article_id,
        max(case when weekday is not null and calendar_day is not null then 1 else 0 end) as has_weekday_date
    from bare_days
    group by article_id
)

select
    mentions.article_id,
    mentions.latest_year,
    mentions.mention_count,
    case
        when bare.has_weekday_date = 1 then mentions.latest_year + {{ years_by_weekday }}
        when bare.article_id is not null and mentions.mention_count >= {{ least_mentions }} then mentions.latest_year + 1
    end as last_year
from mentions
left join bare
    on mentions.article_id = bare.article_id
