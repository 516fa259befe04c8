-- One row per actor of the world: a person, body, country or group, merged over the articles that name it.
with

chains as (
    select * from {{ ref('stg_actor_chains') }}
),

members as (
    select * from {{ ref('int_actors__chains') }}
),

registry as (
    select * from {{ ref('actor_registry') }}
),

member_chains as (
    select
        members.actor_id,
        chains.name,
        chains.actor_type,
        chains.country_code,
        chains.registry_key,
        chains.mention_count
    from members
    inner join chains on members.chain_id = chains.chain_id
),

-- The name shown is the fullest in print; names in capitals only where there is no other.
names as (
    select
        actor_id,
        name,
        row_number() over (
            partition by actor_id
            order by case when name = upper(name) then 1 else 0 end, length(name) desc, sum(mention_count) desc, name
        ) as preference
    from member_chains
    group by
        actor_id,
        name
),

types as (
    select
        actor_id,
        actor_type,
        row_number() over (partition by actor_id order by count(*) desc, actor_type) as preference
    from member_chains
    group by
        actor_id,
        actor_type
),

countries as (
    select
        actor_id,
        country_code,
        row_number() over (partition by actor_id order by count(*) desc, country_code) as preference
    from member_chains
    where country_code is not null
    group by
        actor_id,
        country_code
),

keys as (
    select
        actor_id,
        max(registry_key) as registry_key
    from member_chains
    group by actor_id
)

select
    keys.actor_id,
    coalesce(registry.name, names.name) as name,
    coalesce(registry.actor_type, types.actor_type) as actor_type,
    case when keys.registry_key is not null then registry.country_code else countries.country_code end as country_code,
    keys.registry_key is not null as is_registered,
    keys.registry_key
from keys
inner join names on keys.actor_id = names.actor_id and names.preference = 1
inner join types on keys.actor_id = types.actor_id and types.preference = 1
left join countries on keys.actor_id = countries.actor_id and countries.preference = 1
left join registry on keys.registry_key = registry.actor_key
