-- One row per statement, with its speaker, addressee and date resolved.
with

statements as (

    select * from {{ ref('stg_statements') }}

),

chains as (

    select * from {{ ref('int_actors__chains') }}

),

time_expressions as (

    select * from {{ ref('int_dates__time_expressions') }}

),

copies as (

    select * from {{ ref('int_statements__copies') }}

)

-- No date is guessed from the publication: said_* is NULL where the text dates no saying. A duration ('P2M') is no date.
select
    statements.statement_id,
    statements.article_id,
    statements.document_id,
    speakers.actor_id,
    addressees.actor_id as addressee_actor_id,
    time_expressions.value as said_edtf,
    time_expressions.value_from as said_from,
    time_expressions.value_to as said_to,
    copies.copy_of_statement_id
from statements
left join chains as speakers
    on statements.speaker_chain_id = speakers.chain_id
left join chains as addressees
    on statements.addressee_chain_id = addressees.chain_id
left join time_expressions
    on statements.time_expression_id = time_expressions.time_expression_id
        and time_expressions.value not like 'P%'
left join copies
    on statements.statement_id = copies.statement_id
