-- One row per piece of evidence and calendar point that names a month, or a day of it, without a year.
with evidence as (
    select * from {{ ref('stg_publication_evidence') }}
),

points as (
    select * from {{ ref('stg_time_points') }}
)

select
    evidence.publication_evidence_id,
    evidence.article_id,
    evidence.evidence_kind,
    points.point_position,
    points.calendar_month,
    points.calendar_day,
    points.weekday
from evidence
inner join points
    on evidence.time_expression_id = points.time_expression_id
where evidence.evidence_kind in ('past-month', 'future-day')
