-- Older ids whose present id vanished in this publication now lead on to that one's successor.
update raw.id_history
set current_id = id_changes.current_id, changed_in_version = $version, reason = id_changes.reason
from id_changes
where raw.id_history.table_name = id_changes.table_name
    and raw.id_history.current_id = id_changes.old_id
