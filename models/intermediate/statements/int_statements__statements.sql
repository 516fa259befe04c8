-- One row per statement, with its speaker, addressee and date resolved.
with

statements as (

    select * from {{ ref("stg_statements") }}

)

select
    statement_id,
    article_id,
    document_id,
    cast(null as varchar) as actor_id,
    cast(null as varchar) as addressee_actor_id,
    cast(null as varchar) as said_edtf,
    cast(null as date) as said_from,
    cast(null as date) as said_to,
    cast(null as varchar) as copy_of_statement_id
from statements
