-- One row per event, country that acts and country acted upon.
with

dyads as (
    select * from {{ ref('int_events__dyads') }}
)

select
    dyads.event_id,
    dyads.agent_country_code,
    dyads.target_country_code
from dyads
