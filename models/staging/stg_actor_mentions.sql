-- One row per place where an actor is named, described or referred to.
with

current_readings as (
    select reading_id from {{ source('raw', 'current_readings') }}
),

read_rows as (
    select * from {{ source('raw', 'read_actor_mentions') }}
    where reading_id in (select reading_id from current_readings)
)

select
    actor_mention_id,
    document_id,
    article_id,
    chain_id,
    start_char,
    end_char,
    text,
    mention_kind,
    reader,
    rule
from read_rows
