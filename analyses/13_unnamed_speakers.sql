-- How often does each outlet let somebody speak without a name?
with unnamed_statements as (
    select
        articles.source_id,
        count(*) as unnamed
    from marts.statements as statements
    inner join marts.articles as articles on statements.article_id = articles.article_id
    where
        articles.is_main
        and statements.actor_id is null
    group by articles.source_id
)

select
    sources.name as outlet,
    sources.statement_count as statements,
    coalesce(unnamed_statements.unnamed, 0) as unnamed,
    round(coalesce(unnamed_statements.unnamed, 0) / sources.statement_count, 2) as unnamed_share
from marts.sources as sources
left join unnamed_statements on sources.source_id = unnamed_statements.source_id
where sources.statement_count > 0
order by unnamed_share desc, statements desc, outlet asc
limit 15
