-- One row per actor, title and body that an article gives.
with

roles as (
    select * from {{ ref('stg_actor_roles') }}
),

members as (
    select * from {{ ref('int_actors__chains') }}
)

select
    holders.actor_id,
    roles.title,
    bodies.actor_id as organization_actor_id,
    roles.article_id,
    count(*) as role_count
from roles
inner join members as holders on roles.chain_id = holders.chain_id
left join members as bodies on roles.organization_chain_id = bodies.chain_id
group by
    holders.actor_id,
    roles.title,
    bodies.actor_id,
    roles.article_id
