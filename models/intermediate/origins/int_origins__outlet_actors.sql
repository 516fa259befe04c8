-- One row per actor that is a press outlet: who credits it has the news from it, not by its own knowledge.
with

source_actors as (
    select * from {{ ref('int_origins__source_actors') }}
),

sources as (
    select * from {{ ref('int_articles__sources') }}
    where is_registered and source_kind not in ('government', 'organization', 'think-tank')
)

-- Registered, or known by its name where it is credited.
select source_actors.actor_id
from source_actors
inner join sources on source_actors.source_id = sources.source_id
union
select chains.actor_id
from {{ ref('int_actors__chains') }} as chains
inner join {{ ref('int_articles__credited_outlets') }} as credited_outlets on chains.chain_id = credited_outlets.chain_id
