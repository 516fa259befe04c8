select actors.name, actors.actor_type, actors.country_code, actors.is_registered, actors.mention_count, actors.article_count,
    (select string_agg(names.name_as_written, ' | ' order by names.name_as_written)
     from marts.actor_names as names where names.actor_id = actors.actor_id) as names_in_print
from marts.actors as actors
order by actors.name, actors.actor_type, names_in_print
