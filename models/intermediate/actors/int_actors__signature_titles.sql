-- One row per signature and title that its chains are given.
with

roles as (
    select * from {{ ref('stg_actor_roles') }}
),

chain_order as (
    select * from {{ ref('int_actors__chain_order') }}
    where registry_key is null
)

select
    chain_order.signature_id,
    roles.title_key
from roles
inner join chain_order on roles.chain_id = chain_order.chain_id
group by
    chain_order.signature_id,
    roles.title_key
