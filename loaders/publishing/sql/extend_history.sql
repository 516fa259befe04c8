-- Facts that are still published: their run now ends with this publication.
update raw.fact_history
set last_version = $version, row_hash = fact_rows.row_hash
from fact_rows
where raw.fact_history.fact_table = fact_rows.fact_table
    and raw.fact_history.fact_id = fact_rows.fact_id
    and raw.fact_history.last_version = $previous_version
