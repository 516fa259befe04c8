-- One row per source that is also an actor of the registry.
with sources as (

    select * from {{ ref('int_articles__sources') }}

)

select
    sources.source_id,
    {{ hash_id('act', ['sources.actor_registry_key']) }} as actor_id
from sources
where sources.actor_registry_key is not null
