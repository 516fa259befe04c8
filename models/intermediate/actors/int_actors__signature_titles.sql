-- One row per signature and title that its chains are given, with the walk of life it belongs to.
with

roles as (
    select * from {{ ref('stg_actor_roles') }}
),

chain_order as (
    select * from {{ ref('int_actors__chain_order') }}
    where registry_key is null
),

known_titles as (
    select * from {{ ref('actor_titles') }}
)

select
    chain_order.signature_id,
    roles.title_key,
    -- Soldiers and officials change places; what people are called out of politeness says nothing.
    case
        when known_titles.title_class in ('office', 'military', 'spokesperson') then 'office'
        when known_titles.title_class = 'profession' then 'profession'
    end as walk_of_life
from roles
inner join chain_order on roles.chain_id = chain_order.chain_id
left join known_titles on roles.title_key = known_titles.title
group by
    chain_order.signature_id,
    roles.title_key,
    known_titles.title_class
