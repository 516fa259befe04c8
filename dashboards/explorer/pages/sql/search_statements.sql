-- One row per statement that holds the words, the best match first, with how many there are. Asked of the search index.
with

matches as (
    select statement_id, score
    from (
        select statement_id, fts_main_statements.match_bm25(statement_id, $words) as score
        from statements
    ) as scored
    where score is not null
),

shown as (
    select *
    from matches
    order by score desc, statement_id
    limit $row_limit offset $row_offset
)

select
    shown.statement_id as fact_id,
    statements.quote,
    statements.is_direct,
    coalesce(actors.name, statements.speaker_as_written, 'unnamed speaker') as speaker,
    statements.actor_id,
    sources.name as outlet,
    coalesce(statements.said_edtf, articles.published_edtf) as said_edtf,
    (select count(*) from matches) as total
from shown
inner join published.marts.statements as statements on shown.statement_id = statements.statement_id
inner join published.marts.articles as articles on statements.article_id = articles.article_id
left join published.marts.actors as actors on statements.actor_id = actors.actor_id
left join published.marts.sources as sources on articles.source_id = sources.source_id
order by shown.score desc, shown.statement_id
