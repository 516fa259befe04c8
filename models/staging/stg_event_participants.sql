-- One row per actor chain and part it has in an event report, of the reading in force.
with event_participants as (

    select * from {{ source('raw', 'read_event_participants') }}
    where reading_id in (select current_readings.reading_id from {{ source('raw', 'current_readings') }} as current_readings)

)

select
    event_report_id,
    document_id,
    article_id,
    chain_id,
    participant_role,
    rule
from event_participants
