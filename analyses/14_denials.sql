-- Who denies or rejects what?
with denials as (
    select
        actors.name,
        statements.statement_id
    from marts.statements as statements
    left join marts.actors as actors on statements.actor_id = actors.actor_id
    where statements.cue in ('denied', 'denies', 'deny', 'rejected', 'rejects', 'dismissed', 'disputed')
    order by actors.name asc nulls last, statements.statement_id asc
    limit 10
)

select
    denials.name,
    statements.cue,
    statements.quote,
    articles.headline
from denials
inner join marts.statements as statements on denials.statement_id = statements.statement_id
inner join marts.articles as articles on statements.article_id = articles.article_id
order by denials.name asc nulls last, denials.statement_id asc
