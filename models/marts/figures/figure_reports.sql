-- One row per report of a figure: a quantity as printed in one place of one article.
with

reports as (
    select * from {{ ref('stg_figure_reports') }}
),

judged_reports as (
    select * from {{ ref('int_figures__reports') }}
),

members as (
    select * from {{ ref('int_figures__members') }}
),

articles as (
    select * from {{ ref('articles') }}
),

report_origins as (
    select * from {{ ref('int_origins__reports') }}
    where report_table = 'figure_reports'
),

readings as (
    select * from {{ ref('stg_readings') }}
),

rule_precisions as (
    select * from {{ ref('rule_precisions') }}
)

select
    reports.figure_report_id,
    members.figure_id,
    reports.article_id,
    reports.document_id,
    reports.start_char,
    reports.end_char,
    reports.text,
    reports.quote,
    reports.quote_start_char,
    reports.quote_end_char,
    reports.value,
    reports.value_max,
    reports.unit,
    reports.comparator,
    judged_reports.measure,
    judged_reports.subject,
    judged_reports.subject_actor_id,
    judged_reports.period_edtf,
    judged_reports.period_from,
    judged_reports.period_to,
    judged_reports.place_code,
    judged_reports.attributed_actor_id,
    report_origins.attributed_source_id,
    coalesce(report_origins.origin_id, articles.origin_id) as origin_id,
    reports.reader,
    readings.reader_version,
    reports.rule,
    rule_precisions.rule_precision
from reports
inner join judged_reports on reports.figure_report_id = judged_reports.figure_report_id
inner join members on reports.figure_report_id = members.figure_report_id
inner join articles on reports.article_id = articles.article_id
inner join readings on reports.document_id = readings.document_id
left join report_origins on reports.figure_report_id = report_origins.report_id
left join rule_precisions
    on
        reports.reader = rule_precisions.reader
        and reports.rule = rule_precisions.rule
