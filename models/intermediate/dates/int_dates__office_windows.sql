-- One row per article and office whose holder it names without 'former': when that holder can have been in office.
with evidence as (
    select * from {{ ref('stg_publication_evidence') }}
),

facts as (
    select * from {{ ref('dated_facts') }}
),

bounds as (
    select * from {{ ref('int_dates__evidence_bounds') }}
),

lower_bounds as (
    select
        article_id,
        max(bound_from) as bound_from
    from bounds
    group by article_id
),

-- Who is called by the bare title and 'former' in one text keeps the title by courtesy.
holders as (
    select
        article_id,
        dated_fact_key as family
    from evidence
    where evidence_kind in ('in-office', 'former')
    group by article_id, dated_fact_key
    having min(evidence_kind) = 'in-office'
),

-- Terms that ended before the latest deed of the article are over.
windows as (
    select
        holders.article_id,
        holders.family,
        coalesce(facts.country_code, '') as country_code,
        facts.office,
        min(facts.date_from) as window_from,
        max(coalesce(facts.date_to, cast('9999-12-31' as date))) as window_to
    from holders
    inner join facts
        on holders.family = facts.family
    left join lower_bounds
        on holders.article_id = lower_bounds.article_id
    where facts.date_to is null or lower_bounds.bound_from is null or facts.date_to >= lower_bounds.bound_from
    group by holders.article_id, holders.family, coalesce(facts.country_code, ''), facts.office
)

-- Two holders of one office ('President A' in an article about his successor): the later one's window counts.
select
    article_id,
    country_code,
    office,
    max(window_from) as window_from,
    nullif(max(window_to), cast('9999-12-31' as date)) as window_to
from windows
group by article_id, country_code, office
