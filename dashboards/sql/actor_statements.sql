-- One row per statement of an actor that is no copy of another, the latest first, with how many there are.
select
    statements.statement_id as fact_id,
    statements.quote,
    statements.cue,
    statements.is_direct,
    coalesce(statements.said_edtf, articles.published_edtf) as said_edtf,
    sources.name as outlet,
    count(*) over () as total
from marts.statements as statements
inner join marts.articles as articles on statements.article_id = articles.article_id
left join marts.sources as sources on articles.source_id = sources.source_id
where statements.actor_id = $fact_id and statements.copy_of_statement_id is null
order by coalesce(statements.said_from, articles.published_from) desc nulls last, statements.statement_id
limit $row_limit offset $row_offset
