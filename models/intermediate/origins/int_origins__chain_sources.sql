-- One row per actor chain of an article that is an outlet, with the source it is.
with

chains as (
    select * from {{ ref('stg_actor_chains') }}
),

sources as (
    select * from {{ ref('int_articles__sources') }}
    -- A ministry that publishes is a claimant, not an outlet that a passage was taken from.
    where is_registered and source_kind not in ('government', 'organization', 'think-tank')
),

registered_names as (
    select * from {{ ref('int_articles__registered_names') }}
),

source_names as (
    select * from {{ ref('int_articles__source_names') }}
),

-- Outlets that no register knows.
discovered as (
    select
        credited_outlets.chain_id,
        min(source_names.source_id) as source_id
    from {{ ref('int_articles__credited_outlets') }} as credited_outlets
    inner join source_names
        on credited_outlets.name_key = source_names.name_key
    group by credited_outlets.chain_id
),

by_key as (
    select
        chains.chain_id,
        min(sources.source_id) as source_id
    from chains
    inner join sources
        on chains.registry_key = sources.actor_registry_key
    group by chains.chain_id
),

by_name as (
    select
        chains.chain_id,
        sources.source_id
    from chains
    inner join registered_names
        on {{ source_name_key('chains.name') }} = registered_names.name_key
    inner join sources
        on registered_names.source_id = sources.source_id
    where chains.actor_type in ('organization', 'company')
)

select
    coalesce(by_key.chain_id, by_name.chain_id) as chain_id,
    -- Two outlets of one house share an actor: the printed name tells which of them is meant.
    coalesce(by_name.source_id, by_key.source_id) as source_id
from by_key
full outer join by_name
    on by_key.chain_id = by_name.chain_id

union all

select
    chain_id,
    source_id
from discovered
