-- One row per statement of an earlier version of a page that the present one gives in other words.
-- It is known again by its speaker and by its first or last characters.
{%- set words = 20 %}
with

earlier_statements as (
    select * from {{ ref('stg_superseded_statements') }}
),

statements as (
    select * from {{ ref('stg_statements') }}
),

documents as (
    select * from {{ ref('stg_documents') }}
),

versions as (
    select * from {{ ref('stg_superseded_documents') }}
),

gone as (
    select earlier_statements.*
    from earlier_statements
    inner join documents on earlier_statements.current_document_id = documents.document_id
    where position(earlier_statements.quote in documents.text) = 0
),

paired as (
    select
        statements.statement_id,
        statements.speaker_as_written,
        gone.statement_id as earlier_statement_id,
        gone.current_document_id as document_id,
        gone.version_number,
        gone.start_char as earlier_start_char,
        gone.end_char as earlier_end_char,
        gone.quote as earlier_quote,
        row_number() over (partition by gone.statement_id order by statements.start_char) as choice,
        row_number() over (
            partition by statements.statement_id
            order by gone.version_number desc, gone.start_char
        ) as earlier_choice
    from statements
    inner join gone
        on
            statements.document_id = gone.current_document_id
            and statements.speaker_as_written = gone.speaker_as_written
            and (
                substr(statements.quote, 1, {{ words }}) = substr(gone.quote, 1, {{ words }})
                or substr(statements.quote, greatest(1, length(statements.quote) - {{ words - 1 }}))
                = substr(gone.quote, greatest(1, length(gone.quote) - {{ words - 1 }}))
            )
    inner join versions on gone.document_id = versions.document_id
    where position(statements.quote in versions.text) = 0
)

select
    paired.statement_id,
    paired.speaker_as_written,
    paired.earlier_statement_id,
    paired.document_id,
    paired.version_number,
    paired.earlier_start_char,
    paired.earlier_end_char,
    paired.earlier_quote
from paired
where
    paired.choice = 1
    and paired.earlier_choice = 1
