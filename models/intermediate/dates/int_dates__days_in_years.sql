-- One row per month or day that an article names without a year and candidate year of its publication, with the day this makes there.
with candidate_years as (
    select * from {{ ref('int_dates__publication_years') }}
),

bare_days as (
    select * from {{ ref('int_dates__bare_days') }}
)

select
    bare_days.article_id,
    candidate_years.candidate_year,
    bare_days.evidence_kind,
    bare_days.calendar_month,
    bare_days.calendar_day,
    -- Counts 'from January to May' are told when May is over.
    case
        when bare_days.point_position = 'to' and bare_days.calendar_day is null
            then {{ dossier.last_day_of_months(dossier.date_from_parts('candidate_years.candidate_year', 'bare_days.calendar_month', '1'), '1') }}
        else {{ dossier.date_from_parts('candidate_years.candidate_year', 'bare_days.calendar_month', 'coalesce(bare_days.calendar_day, 1)') }}
    end as day_in_year
from bare_days
inner join candidate_years
    on bare_days.article_id = candidate_years.article_id
