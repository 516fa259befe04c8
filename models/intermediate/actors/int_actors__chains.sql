-- One row per actor chain of an article, with the actor it belongs to and why.
with

chains as (
    select * from {{ ref('stg_actor_chains') }}
)

select
    chains.chain_id,
    chains.article_id,
    chains.document_id,
    {{ hash_id('act', ["coalesce(chains.registry_key, chains.name_key)", "case when chains.registry_key is null then chains.actor_type end"]) }} as actor_id,
    case when chains.registry_key is null then 'same-name' else 'registry' end as merge_reason
from chains
