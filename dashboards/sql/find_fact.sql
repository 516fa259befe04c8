-- One row: the fact that an id stands for now. The id may be that of a report or mention, or one published earlier.
with

moved as (
    select current_id as id
    from marts.id_history
    where old_id = $any_id and current_id is not null
),

meant as (
    select coalesce((select id from moved limit 1), $any_id) as id
)

select event_id as fact_id from marts.events where event_id in (select id from meant)
union all
select event_id from marts.event_reports where event_report_id = $any_id
union all
select figure_id from marts.figures where figure_id in (select id from meant)
union all
select figure_id from marts.figure_reports where figure_report_id = $any_id
union all
select statement_id from marts.statements where statement_id in (select id from meant)
union all
select actor_id from marts.actors where actor_id in (select id from meant)
union all
select actor_id from marts.actor_mentions where actor_mention_id = $any_id
union all
select source_id from marts.sources where source_id = $any_id
union all
select article_id from marts.articles where article_id = $any_id
union all
select article_id from marts.articles where document_id = $any_id and article_number = 1
union all
select item_id from marts.items where item_id in (select id from meant)
limit 1
