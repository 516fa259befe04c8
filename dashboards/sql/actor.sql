-- One row: an actor.
select
    actors.actor_id as fact_id,
    actors.name,
    actors.actor_type,
    countries.name as country,
    actors.is_registered,
    actors.mention_count,
    actors.article_count,
    actors.source_count,
    actors.event_count,
    actors.statement_count,
    actors.first_published_on,
    actors.last_published_on
from marts.actors as actors
left join marts.countries as countries on actors.country_code = countries.country_code
where actors.actor_id = $fact_id
