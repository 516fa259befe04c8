-- One row: the report or mention that an id stands for in a judgement, and the fact it belongs to now. The id of a fact,
-- present or former, stands for its anchor: the report that is first in the contract's order.
with

reports as (
    select 'events' as table_name, event_report_id as report_id, event_id as fact_id, article_id, document_id, start_char
    from marts.event_reports

    union all

    select 'figures' as table_name, figure_report_id as report_id, figure_id as fact_id, article_id, document_id, start_char
    from marts.figure_reports

    union all

    select 'actors' as table_name, actor_mention_id as report_id, actor_id as fact_id, article_id, document_id, start_char
    from marts.actor_mentions
),

chains as (
    select 'actors' as table_name, chain_id as report_id, actor_id as fact_id
    from intermediate.int_actors__chains
),

anchors as (
    select
        reports.table_name,
        reports.report_id,
        reports.fact_id,
        row_number() over (
            partition by reports.fact_id
            order by articles.published_from nulls last, documents.sha256, reports.start_char, reports.report_id
        ) as place
    from reports
    inner join marts.articles as articles on reports.article_id = articles.article_id
    inner join marts.documents as documents on reports.document_id = documents.document_id
    where reports.fact_id = coalesce((select current_id from raw.id_history where old_id = $given_id), $given_id)
)

select table_name, report_id, fact_id from reports where report_id = $given_id
union all
select table_name, report_id, fact_id from chains where report_id = $given_id
union all
select table_name, report_id, fact_id from anchors where place = 1
