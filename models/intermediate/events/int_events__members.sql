-- One row per event report, with the event it belongs to; the event's id is that of its anchor report.
with clusters as (

    select * from {{ ref('int_events__clusters') }}

)

select
    node_id as event_report_id,
    {{ hash_id('evt', ['leader_id']) }} as event_id,
    node_id = leader_id as is_anchor,
    joined_by
from clusters
