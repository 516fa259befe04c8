-- One row per actor that the filters leave, those of most articles first, with how many there are.
with

named as (
    select actor_id from marts.actors where contains(lower(name), lower($name))
    union
    select actor_id from marts.actor_names where contains(lower(name_as_written), lower($name))
),

filtered as (
    select actor_id, name, article_count
    from marts.actors
    where mention_count > 0
        and ($actor_type is null or actor_type = $actor_type)
        and ($name is null or actor_id in (select actor_id from named))
),

shown as (
    select actor_id
    from filtered
    order by article_count desc, name, actor_id
    limit $row_limit offset $row_offset
)

select
    actors.actor_id as fact_id,
    actors.name,
    actors.actor_type,
    countries.name as country,
    actors.mention_count,
    actors.article_count,
    actors.event_count,
    actors.statement_count,
    (select count(*) from filtered) as total
from marts.actors as actors
left join marts.countries as countries on actors.country_code = countries.country_code
where actors.actor_id in (select actor_id from shown)
order by actors.article_count desc, actors.name, actors.actor_id
