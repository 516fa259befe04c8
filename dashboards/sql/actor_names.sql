-- One row per form in which an actor stands in print, the most frequent first.
select name_as_written, mention_count
from marts.actor_names
where actor_id = $fact_id
order by mention_count desc, name_as_written
limit 40
