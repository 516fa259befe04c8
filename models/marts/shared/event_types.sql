-- One row per subtype of event.
with

event_types as (
    select * from {{ ref('event_type_list') }}
)

select
    event_types.event_subtype,
    event_types.event_type,
    event_types.label,
    event_types.description
from event_types
