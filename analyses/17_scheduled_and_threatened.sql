-- What is announced, scheduled or threatened and not yet reported as done?
select
    events.occurred_edtf,
    events.status,
    events.event_subtype,
    events.title,
    events.first_published_on
from marts.events as events
where events.status in ('scheduled', 'threatened')
order by events.occurred_from nulls last, events.event_id asc
limit 15
