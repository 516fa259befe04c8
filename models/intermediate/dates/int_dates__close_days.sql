-- One row per article and candidate year of its publication in which it names several past days of one fortnight: how long it can be after them.
-- Who names several past days of one fortnight follows events closely. Measured on 653 official records with their dates
-- hidden: the 12 that do appeared at most 59 days after the last of these days (10 of them within 13); of the 48 that
-- name one such day 95% within 354 days, which bounds nothing. Shared wording with a dated text is no evidence either:
-- of 41 near copies among these records 14 appeared within three days of each other, the others in other years.
{% set fortnight = 14 %}
{% set close_days = 60 %}
with past_days as (
    select * from {{ ref('int_dates__days_in_years') }}
    where evidence_kind = 'past-month' and calendar_day is not null
),

latest_days as (
    select
        article_id,
        candidate_year,
        max(day_in_year) as latest_day
    from past_days
    group by article_id, candidate_year
)

select
    latest_days.article_id,
    latest_days.candidate_year,
    latest_days.latest_day,
    {{ dossier.add_days('latest_days.latest_day', close_days) }} as last_day
from latest_days
inner join past_days
    on
        latest_days.article_id = past_days.article_id
        and latest_days.candidate_year = past_days.candidate_year
        and past_days.day_in_year >= {{ dossier.add_days('latest_days.latest_day', -fortnight) }}
group by latest_days.article_id, latest_days.candidate_year, latest_days.latest_day
having count(distinct past_days.day_in_year) >= 2
