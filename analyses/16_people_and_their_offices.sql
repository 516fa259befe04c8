-- Which offices do people hold in print, from when to when?
with held as (
    select
        people.name,
        roles.*
    from marts.actor_roles as roles
    inner join marts.actors as people on roles.actor_id = people.actor_id
    where people.actor_type = 'person'
),

-- the bodies are looked up for those that may be among the first only
foremost as (
    select *
    from held
    where
        article_count >= (
            select min(most.article_count)
            from (
                select held.article_count
                from held
                order by held.article_count desc
                limit 15
            ) as most
        )
)

select
    foremost.name,
    foremost.title,
    bodies.name as organization,
    foremost.article_count,
    foremost.first_published_on,
    foremost.last_published_on
from foremost
left join marts.actors as bodies on foremost.organization_actor_id = bodies.actor_id
order by foremost.article_count desc, foremost.name asc, foremost.title asc, organization asc
limit 15
