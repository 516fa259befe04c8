-- Which offices do people hold in print, from when to when?
select
    people.name,
    roles.title,
    bodies.name as organization,
    roles.article_count,
    roles.first_published_on,
    roles.last_published_on
from marts.actor_roles as roles
inner join marts.actors as people on roles.actor_id = people.actor_id
left join marts.actors as bodies on roles.organization_actor_id = bodies.actor_id
where people.actor_type = 'person'
order by roles.article_count desc, people.name asc, roles.title asc, organization asc
limit 15
