-- One row per figure report or statement of an earlier version of a document that the version in force corrects.
with

figures as (
    select * from {{ ref('int_versions__figures') }}
),

statements as (
    select * from {{ ref('int_versions__statements') }}
)

select
    figures.earlier_report_id as superseded_report_id,
    'figure_reports' as fact_table,
    figures.document_id,
    cast(figures.version_number as integer) as version_number,
    figures.earlier_start_char as start_char,
    figures.earlier_end_char as end_char,
    figures.earlier_text as text,
    figures.earlier_quote as quote
from figures
union all
select
    statements.earlier_statement_id as superseded_report_id,
    'statements' as fact_table,
    statements.document_id,
    cast(statements.version_number as integer) as version_number,
    statements.earlier_start_char as start_char,
    statements.earlier_end_char as end_char,
    statements.earlier_quote as text,
    statements.earlier_quote as quote
from statements
