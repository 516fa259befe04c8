-- One row per event that the filters leave: the beginning of timeline.sql and timeline_months.sql.
with

meant_actors as (
    select actor_id from marts.actors where contains(lower(name), lower($actor)) or actor_id = $actor
    union
    select actor_id from marts.actor_names where contains(lower(name_as_written), lower($actor))
),

meant_items as (
    select item_id from marts.items where contains(lower(name), lower($item))
),

of_outlets as (
    select reports.event_id
    from marts.event_reports as reports
    inner join marts.articles as articles on reports.article_id = articles.article_id
    inner join marts.sources as sources on articles.source_id = sources.source_id
    where contains(lower(sources.name), lower($outlet))
),

filtered as (
    select events.event_id, events.occurred_from
    from marts.events as events
    where ($event_type is null or events.event_type = $event_type)
        and ($status is null or events.status = $status)
        and events.origin_count >= $least_origins
        and (cast($day_from as date) is null or coalesce(events.occurred_to, events.occurred_from) >= $day_from)
        and (cast($day_to as date) is null or coalesce(events.occurred_from, events.occurred_to) <= $day_to)
        and ($outlet is null or events.event_id in (select event_id from of_outlets))
        and (
            $actor is null
            or events.event_id in (
                select event_id from marts.event_participants where actor_id in (select actor_id from meant_actors)
            )
        )
        and (
            $item is null
            or events.event_id in (
                select event_id from marts.event_items where item_id in (select item_id from meant_items)
            )
        )
),
