-- One row per signature: unregistered chains that agree in kind, name, country and affiliation, and so are one actor.
with

chain_order as (
    select * from {{ ref('int_actors__chain_order') }}
    where registry_key is null
),

ranked as (
    select
        *,
        row_number() over (partition by signature_id order by anchor_rank) as place_in_signature
    from chain_order
)

select
    signature_id,
    shared_signature_id,
    chain_id as anchor_chain_id,
    anchor_rank,
    actor_kind,
    name_key,
    country_code,
    affiliation_key,
    only_in_article_id,
    position(' ' in name_key) = 0 as is_single_word
from ranked
where place_in_signature = 1
