-- One row per actor, title and organisation that an article names.
with

roles as (
    select * from {{ ref('stg_actor_roles') }}
),

actor_chains as (
    select * from {{ ref('int_actors__chains') }}
)

select distinct
    people.actor_id,
    roles.title,
    bodies.actor_id as organization_actor_id,
    roles.article_id
from roles
inner join actor_chains as people on roles.chain_id = people.chain_id
left join actor_chains as bodies on roles.organization_chain_id = bodies.chain_id
