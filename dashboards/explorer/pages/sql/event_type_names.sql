-- One row per root type of event that occurs.
select distinct event_type
from marts.events
where event_type is not null
order by event_type
