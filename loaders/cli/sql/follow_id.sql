-- One row: what an id that was published once stands for now.
select current_id, changed_in_version, reason
from marts.id_history
where table_name = $table_name and old_id = $old_id
