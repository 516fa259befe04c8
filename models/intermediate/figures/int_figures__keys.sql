-- One row per figure report, with what it is compared by
with

reports as (
    select * from {{ ref('int_figures__reports') }}
),

amounts as (
    select * from {{ ref('int_figures__amounts') }}
),

measures as (
    select * from {{ ref('measure_list') }}
)

select
    reports.figure_report_id,
    reports.anchor_rank,
    reports.article_id,
    reports.measure,
    reports.subject_actor_id,
    reports.place_code,
    reports.period_from,
    reports.period_to,
    amounts.unit_family,
    amounts.value_step,
    amounts.vague_kind,
    measures.has_one_total
from reports
inner join amounts
    on reports.figure_report_id = amounts.figure_report_id
inner join measures
    on reports.measure = measures.measure
