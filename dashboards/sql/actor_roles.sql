-- One row per office that texts give an actor, the most frequent first.
select
    roles.title,
    roles.organization_actor_id,
    organizations.name as organization,
    roles.article_count,
    roles.first_published_on,
    roles.last_published_on
from marts.actor_roles as roles
left join marts.actors as organizations on roles.organization_actor_id = organizations.actor_id
where roles.actor_id = $fact_id
order by roles.article_count desc, roles.title, organization
limit 40
