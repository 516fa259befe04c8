-- One row per thing said: a quotation, a part of one, or an indirect report of words.
with

statements as (
    select * from {{ ref('stg_statements') }}
),

judged_statements as (
    select * from {{ ref('int_statements__statements') }}
),

articles as (
    select * from {{ ref('articles') }}
),

report_origins as (
    select * from {{ ref('int_origins__reports') }}
    where report_table = 'statements'
),

readings as (
    select * from {{ ref('stg_readings') }}
),

rule_precisions as (
    select * from {{ ref('rule_precisions') }}
)

select
    statements.statement_id,
    statements.article_id,
    statements.document_id,
    judged_statements.actor_id,
    statements.speaker_as_written,
    statements.cue,
    statements.quote,
    statements.is_direct,
    judged_statements.addressee_actor_id,
    judged_statements.said_edtf,
    judged_statements.said_from,
    judged_statements.said_to,
    statements.start_char,
    statements.end_char,
    judged_statements.copy_of_statement_id,
    coalesce(report_origins.origin_id, articles.origin_id) as origin_id,
    statements.reader,
    readings.reader_version,
    statements.rule,
    rule_precisions.rule_precision
from statements
inner join judged_statements on statements.statement_id = judged_statements.statement_id
inner join articles on statements.article_id = articles.article_id
inner join readings on statements.document_id = readings.document_id
left join report_origins on statements.statement_id = report_origins.report_id
left join rule_precisions
    on
        statements.reader = rule_precisions.reader
        and statements.rule = rule_precisions.rule
