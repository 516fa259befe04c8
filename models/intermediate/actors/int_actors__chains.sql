-- One row per actor chain of an article, with the actor it belongs to and why.
with

chain_order as (
    select * from {{ ref('int_actors__chain_order') }}
),

clusters as (
    select * from {{ ref('int_actors__clusters') }}
),

leaders as (
    select * from {{ ref('int_actors__signatures') }}
),

pairs as (
    select * from {{ ref('int_actors__pairs') }}
)

select
    chain_order.chain_id,
    chain_order.article_id,
    chain_order.document_id,
    case
        when chain_order.registry_key is not null then {{ hash_id('act', ['chain_order.registry_key']) }}
        else {{ hash_id('act', ['leaders.anchor_chain_id']) }}
    end as actor_id,
    case
        when chain_order.registry_key is not null then 'registry'
        when chain_order.chain_id = leaders.anchor_chain_id then 'anchor'
        when clusters.joined_by = 'judged same' then 'judged-same'
        else coalesce(pairs.merge_reason, 'same-signature')
    end as merge_reason
from chain_order
left join clusters on chain_order.signature_id = clusters.node_id
left join leaders on clusters.leader_id = leaders.signature_id
left join pairs
    on
        clusters.node_id = pairs.signature_id
        and clusters.leader_id = pairs.earlier_signature_id
