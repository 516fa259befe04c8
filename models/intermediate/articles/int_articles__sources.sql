-- One row per registered source, and per outlet that a document names and the registry does not know.
with

registry as (
    select * from {{ ref('source_registry') }}
),

source_names as (
    select * from {{ ref('int_articles__source_names') }}
),

registered as (
    select
        {{ hash_id('src', ['registry.source_key']) }} as source_id,
        registry.name,
        registry.source_kind,
        registry.country_code,
        registry.domain,
        registry.actor_registry_key,
        true as is_registered
    from registry
),

discovered as (
    select
        source_id,
        min(name_as_written) as name,
        cast(null as string) as source_kind,
        cast(null as string) as country_code,
        cast(null as string) as domain,
        cast(null as string) as actor_registry_key,
        false as is_registered
    from source_names
    where source_key is null
    group by source_id
)

select
    source_id,
    name,
    source_kind,
    country_code,
    domain,
    actor_registry_key,
    is_registered
from registered

union all

select
    source_id,
    name,
    source_kind,
    country_code,
    domain,
    actor_registry_key,
    is_registered
from discovered
