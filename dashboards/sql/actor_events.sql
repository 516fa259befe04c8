-- One row per event that an actor took part in, the latest first, with how many there are.
with

roles as (
    select event_id, string_agg(role, ', ' order by role) as actor_role
    from marts.event_participants
    where actor_id = $fact_id
    group by event_id
)

select
    events.event_id as fact_id,
    events.title,
    event_types.label as type_label,
    events.occurred_edtf,
    events.status,
    roles.actor_role,
    events.origin_count,
    events.report_count,
    count(*) over () as total
from marts.events as events
inner join roles on events.event_id = roles.event_id
left join marts.event_types as event_types
    on events.event_subtype = event_types.event_subtype
order by events.occurred_from desc nulls last, events.event_id
limit $row_limit offset $row_offset
