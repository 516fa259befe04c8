-- One row per figure report or statement that a later version of its own page corrects.
with

figures as (
    select * from {{ ref('int_versions__figures') }}
),

statements as (
    select * from {{ ref('int_versions__statements') }}
),

documents as (
    select * from {{ ref('stg_documents') }}
)

select
    'corrects' as relation_kind,
    'figure_reports' as left_table,
    figures.figure_report_id as left_id,
    'superseded_reports' as right_table,
    figures.earlier_report_id as right_id,
    concat_ws(
        '',
        'Version ', cast(documents.version_number as string), ' of ', documents.name, ' prints ''', figures.text, ''' where version ',
        cast(figures.version_number as string), ' printed ''', figures.earlier_text, '''.'
    ) as reason,
    'new-version' as rule
from figures
inner join documents on figures.document_id = documents.document_id
union all
select
    'corrects' as relation_kind,
    'statements' as left_table,
    statements.statement_id as left_id,
    'superseded_reports' as right_table,
    statements.earlier_statement_id as right_id,
    concat_ws(
        '',
        'Version ', cast(documents.version_number as string), ' of ', documents.name, ' gives the words of ',
        statements.speaker_as_written, ' otherwise than version ', cast(statements.version_number as string), '.'
    ) as reason,
    'new-version' as rule
from statements
inner join documents on statements.document_id = documents.document_id
