-- One row per actor of the world.
with

chains as (
    select * from {{ ref('stg_actor_chains') }}
),

actor_chains as (
    select * from {{ ref('int_actors__chains') }}
)

select
    actor_chains.actor_id,
    min(chains.name) as name,
    min(chains.actor_type) as actor_type,
    min(chains.country_code) as country_code,
    max(chains.registry_key) is not null as is_registered,
    max(chains.registry_key) as registry_key
from actor_chains
inner join chains on actor_chains.chain_id = chains.chain_id
group by actor_chains.actor_id
