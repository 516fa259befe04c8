-- One row per event of some actors (of all where none are given) within some days, in order of time; where there are too
-- many, the best supported ones, with how many there are.
with

filtered as (
    select events.*
    from marts.events as events
    where (
            $actor_ids is null
            or events.event_id in (
                select event_id
                from marts.event_participants
                where actor_id in (select unnest(string_split($actor_ids, ' ')))
            )
        )
        and (cast($day_from as date) is null or coalesce(events.occurred_to, events.occurred_from) >= $day_from)
        and (cast($day_to as date) is null or coalesce(events.occurred_from, events.occurred_to) <= $day_to)
),

shown as (
    select *
    from filtered
    order by origin_count desc, report_count desc, event_id
    limit $row_limit
)

select
    shown.event_id as fact_id,
    shown.title,
    event_types.label as type_label,
    shown.occurred_edtf,
    shown.occurred_from,
    shown.status,
    shown.place,
    shown.report_count,
    shown.origin_count,
    (
        select string_agg(distinct actors.name, '; ' order by actors.name)
        from marts.event_participants as participants
        inner join marts.actors as actors on participants.actor_id = actors.actor_id
        where participants.event_id = shown.event_id
    ) as participants,
    (select count(*) from filtered) as total
from shown
left join marts.event_types as event_types on shown.event_subtype = event_types.event_subtype
order by shown.occurred_from nulls last, shown.event_id
