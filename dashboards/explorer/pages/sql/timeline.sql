-- One row per event that the filters leave, in order of time, with how many there are. Follows timeline_filter.sql.
shown as (
    select event_id
    from filtered
    order by
        case when $newest_first then occurred_from end desc nulls last,
        case when not $newest_first then occurred_from end asc nulls last,
        event_id asc
    limit $row_limit offset $row_offset
),

participants as (
    select
        participants.event_id,
        string_agg(distinct actors.name, '; ' order by actors.name) as names
    from marts.event_participants as participants
    inner join marts.actors as actors on participants.actor_id = actors.actor_id
    where participants.event_id in (select event_id from shown)
    group by participants.event_id
)

select
    events.event_id as fact_id,
    events.title,
    event_types.label as type_label,
    events.occurred_edtf,
    events.status,
    events.place,
    participants.names as participants,
    events.report_count,
    events.origin_count,
    (select count(*) from filtered) as total
from marts.events as events
left join participants on events.event_id = participants.event_id
left join marts.event_types as event_types on events.event_subtype = event_types.event_subtype
where events.event_id in (select event_id from shown)
order by
    case when $newest_first then events.occurred_from end desc nulls last,
    case when not $newest_first then events.occurred_from end asc nulls last,
    events.event_id asc
