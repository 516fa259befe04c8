-- One row per actor that a name or id stands for.
select actor_id, name
from marts.actors
where actor_id = $actor or lower(name) = lower($actor)
    or actor_id in (select actor_id from marts.actor_names where lower(name_as_written) = lower($actor))
    or actor_id in (select current_id from marts.id_history where old_id = $actor)
order by mention_count desc, actor_id
