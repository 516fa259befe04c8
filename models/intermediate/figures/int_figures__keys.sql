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
),

publications as (
    select * from {{ ref('int_dates__articles') }}
)

select
    reports.figure_report_id,
    reports.anchor_rank,
    reports.article_id,
    reports.measure,
    reports.subject_actor_id,
    lower(reports.subject) as subject,
    reports.place_code,
    reports.period_from,
    reports.period_to,
    reports.period_is_open,
    publications.published_from,
    publications.published_to,
    reports.unit,
    reports.comparator,
    reports.value_max,
    reports.converted_from_report_id is not null as is_conversion,
    amounts.unit_family,
    amounts.base_value,
    amounts.digit_count,
    amounts.value_step,
    amounts.vague_kind,
    measures.has_one_total
from reports
inner join amounts
    on reports.figure_report_id = amounts.figure_report_id
inner join measures
    on reports.measure = measures.measure
left join publications
    on reports.article_id = publications.article_id
