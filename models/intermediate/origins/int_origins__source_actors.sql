-- One row per source that is also an actor, with that actor.
with

sources as (
    select * from {{ ref('int_articles__sources') }}
),

registered_names as (
    select * from {{ ref('int_articles__registered_names') }}
),

actors as (
    select * from {{ ref('int_actors__actors') }}
    where actor_type in ('organization', 'company', 'government-body')
),

candidates as (
    select
        sources.source_id,
        actors.actor_id,
        1 as preference
    from sources
    inner join actors
        on sources.actor_registry_key = actors.registry_key

    union all

    select
        chain_sources.source_id,
        chains.actor_id,
        3 as preference
    from {{ ref('int_origins__chain_sources') }} as chain_sources
    inner join {{ ref('int_articles__credited_outlets') }} as credited_outlets
        on chain_sources.chain_id = credited_outlets.chain_id
    inner join {{ ref('int_actors__chains') }} as chains
        on chain_sources.chain_id = chains.chain_id

    union all

    select
        registered_names.source_id,
        actors.actor_id,
        2 as preference
    from registered_names
    inner join actors
        on registered_names.name_key = {{ source_name_key('actors.name') }}
),

ranked as (
    select
        source_id,
        actor_id,
        row_number() over (partition by source_id order by preference, actor_id) as choice
    from candidates
)

select
    source_id,
    actor_id
from ranked
where choice = 1
