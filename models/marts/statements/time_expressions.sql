-- One row per time expression in an article, with the calendar days it means.
with

expressions as (
    select * from {{ ref('stg_time_expressions') }}
),

resolved as (
    select * from {{ ref('int_dates__time_expressions') }}
),

readings as (
    select * from {{ ref('stg_readings') }}
),

rule_precisions as (
    select * from {{ ref('rule_precisions') }}
)

select
    expressions.time_expression_id,
    expressions.article_id,
    expressions.document_id,
    expressions.start_char,
    expressions.end_char,
    expressions.text,
    resolved.value,
    resolved.time_kind,
    resolved.value_from,
    resolved.value_to,
    resolved.resolution_rule,
    expressions.reader,
    readings.reader_version,
    expressions.rule,
    rule_precisions.rule_precision
from expressions
inner join resolved on expressions.time_expression_id = resolved.time_expression_id
inner join readings on expressions.document_id = readings.document_id
left join rule_precisions
    on
        expressions.reader = rule_precisions.reader
        and expressions.rule = rule_precisions.rule
