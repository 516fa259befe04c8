-- One row per id that stands more than once in a table whose grain it is.
with

ids as (
    select 'documents' as table_name, document_id as id from marts.documents
    union all
    select 'articles' as table_name, article_id as id from marts.articles
    union all
    select 'article_parts' as table_name, article_part_id as id from marts.article_parts
    union all
    select 'sources' as table_name, source_id as id from marts.sources
    union all
    select 'actors' as table_name, actor_id as id from marts.actors
    union all
    select 'actor_mentions' as table_name, actor_mention_id as id from marts.actor_mentions
    union all
    select 'events' as table_name, event_id as id from marts.events
    union all
    select 'event_reports' as table_name, event_report_id as id from marts.event_reports
    union all
    select 'figures' as table_name, figure_id as id from marts.figures
    union all
    select 'figure_reports' as table_name, figure_report_id as id from marts.figure_reports
    union all
    select 'statements' as table_name, statement_id as id from marts.statements
    union all
    select 'time_expressions' as table_name, time_expression_id as id from marts.time_expressions
    union all
    select 'items' as table_name, item_id as id from marts.items
    union all
    select 'item_mentions' as table_name, item_mention_id as id from marts.item_mentions
    union all
    select 'relations' as table_name, relation_id as id from marts.relations
)

select table_name, id, count(*) as row_count
from ids
group by table_name, id
having count(*) > 1 or id is null
order by table_name, id
