-- One row: an actor with its names and roles.
select
    actors.actor_id,
    actors.name,
    actors.actor_type as type,
    actors.country_code as country,
    actors.is_registered,
    (
        select string_agg(names.name_as_written, ', ' order by names.mention_count desc, names.name_as_written)
        from marts.actor_names as names
        where names.actor_id = actors.actor_id
    ) as names,
    (
        select string_agg(roles.title || coalesce(' of ' || organizations.name, ''), ', ' order by roles.article_count desc, roles.title)
        from marts.actor_roles as roles
        left join marts.actors as organizations on roles.organization_actor_id = organizations.actor_id
        where roles.actor_id = actors.actor_id
    ) as roles,
    actors.mention_count as mentions,
    actors.article_count as articles,
    actors.source_count as sources,
    actors.event_count as events,
    actors.statement_count as statements,
    actors.first_published_on as first_published,
    actors.last_published_on as last_published
from marts.actors as actors
where actors.actor_id = $fact_id
