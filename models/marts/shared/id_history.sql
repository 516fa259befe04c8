-- One row per published id that is no longer in use.
with

id_history as (
    select * from {{ ref('stg_id_history') }}
)

select
    id_history.table_name,
    id_history.old_id,
    id_history.current_id,
    id_history.changed_in_version,
    id_history.reason
from id_history
