-- One row per signature, with the signature that leads the actor it belongs to.
{{ config(materialized='leader_clusters', merge_passes=0) }}

with

signatures as (
    select * from {{ ref('int_actors__signatures') }}
),

pairs as (
    select * from {{ ref('int_actors__pairs') }}
    where is_same
),

judgements as (
    select * from {{ ref('int_judgements__pairs') }}
    where table_name = 'actors'
)

select
    signature_id as node_id,
    anchor_rank as node_rank,
    cast(null as string) as earlier_node_id,
    cast(null as integer) as score
from signatures
union all
select
    signature_id as node_id,
    anchor_rank as node_rank,
    earlier_signature_id as earlier_node_id,
    score
from pairs
union all
-- Chains that only a judgement gave a signature of its own: what agrees in everything is tied more closely than any pair.
select
    later.signature_id as node_id,
    later.anchor_rank as node_rank,
    earlier.signature_id as earlier_node_id,
    30 as score
from signatures as later
inner join signatures as earlier
    on
        later.shared_signature_id = earlier.shared_signature_id
        and later.anchor_rank > earlier.anchor_rank
union all
{{ judged_ties('signatures', 'anchor_chain_id', 'signature_id', 'anchor_rank') }}
