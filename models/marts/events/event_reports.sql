-- One row per report of an event in one article.
with

reports as (
    select * from {{ ref('stg_event_reports') }}
),

judged_reports as (
    select * from {{ ref('int_events__reports') }}
),

members as (
    select * from {{ ref('int_events__members') }}
),

articles as (
    select * from {{ ref('articles') }}
),

report_origins as (
    select * from {{ ref('int_origins__reports') }}
    where report_table = 'event_reports'
),

readings as (
    select * from {{ ref('stg_readings') }}
),

rule_precisions as (
    select * from {{ ref('rule_precisions') }}
)

select
    reports.event_report_id,
    members.event_id,
    reports.article_id,
    reports.document_id,
    reports.start_char,
    reports.end_char,
    reports.quote,
    reports.trigger_text as trigger,
    reports.trigger_start_char,
    reports.trigger_end_char,
    reports.event_type,
    reports.event_subtype,
    judged_reports.occurred_edtf,
    judged_reports.occurred_from,
    judged_reports.occurred_to,
    judged_reports.status,
    judged_reports.attributed_actor_id,
    report_origins.attributed_source_id,
    coalesce(report_origins.origin_id, articles.origin_id) as origin_id,
    reports.reader,
    readings.reader_version,
    reports.rule,
    rule_precisions.rule_precision
from reports
inner join judged_reports on reports.event_report_id = judged_reports.event_report_id
inner join members on reports.event_report_id = members.event_report_id
inner join articles on reports.article_id = articles.article_id
inner join readings on reports.document_id = readings.document_id
left join report_origins on reports.event_report_id = report_origins.report_id
left join rule_precisions
    on
        reports.reader = rule_precisions.reader
        -- every trigger is a rule of its own: verbs are measured together, and so are nouns
        and (reports.rule = rule_precisions.rule or reports.rule like concat_ws('', rule_precisions.rule, '|%'))
