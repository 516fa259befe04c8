-- One row per title that an article gives an actor at one place.
with

current_readings as (
    select reading_id from {{ source('raw', 'current_readings') }}
),

read_rows as (
    select * from {{ source('raw', 'read_actor_roles') }}
    where reading_id in (select reading_id from current_readings)
)

select
    chain_id,
    document_id,
    article_id,
    title,
    title_key,
    organization_chain_id,
    start_char,
    end_char,
    rule
from read_rows
