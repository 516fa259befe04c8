-- One row per signature, with the signature that leads the actor it belongs to.
{{ config(materialized='leader_clusters', merge_passes=0) }}

with

signatures as (
    select * from {{ ref('int_actors__signatures') }}
),

pairs as (
    select * from {{ ref('int_actors__pairs') }}
    where is_same
)

select
    signature_id as node_id,
    anchor_rank as node_rank,
    cast(null as varchar) as earlier_node_id,
    cast(null as integer) as score
from signatures
union all
select
    signature_id as node_id,
    anchor_rank as node_rank,
    earlier_signature_id as earlier_node_id,
    score
from pairs
