-- One row per actor chain: all mentions of one actor inside one article.
with

current_readings as (
    select reading_id from {{ source('raw', 'current_readings') }}
),

read_rows as (
    select * from {{ source('raw', 'read_actor_chains') }}
    where reading_id in (select reading_id from current_readings)
)

select
    chain_id,
    document_id,
    article_id,
    representative_mention_id,
    name,
    name_key,
    actor_type,
    country_code,
    registry_key,
    affiliation_chain_id,
    mention_count,
    rule
from read_rows
