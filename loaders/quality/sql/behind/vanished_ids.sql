-- One row per id published last (attached as previous) that is no more.
with

vanished as (
    select 'actors' as table_name, actor_id as vanished_id, name as words
    from previous.marts.actors
    where actor_id not in (select actor_id from marts.actors)

    union all

    select 'events' as table_name, event_id as vanished_id, title as words
    from previous.marts.events
    where event_id not in (select event_id from marts.events)

    union all

    select 'figures' as table_name, figure_id as vanished_id, subject as words
    from previous.marts.figures
    where figure_id not in (select figure_id from marts.figures)

    union all

    select 'statements' as table_name, statement_id as vanished_id, quote as words
    from previous.marts.statements
    where statement_id not in (select statement_id from marts.statements)
)

select vanished_id, words
from vanished
where table_name = $table
order by vanished_id
