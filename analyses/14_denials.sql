-- Who denies or rejects what?
select
    actors.name,
    statements.cue,
    statements.quote,
    articles.headline
from marts.statements as statements
inner join marts.articles as articles on statements.article_id = articles.article_id
left join marts.actors as actors on statements.actor_id = actors.actor_id
where statements.cue in ('denied', 'denies', 'deny', 'rejected', 'rejects', 'dismissed', 'disputed')
order by actors.name asc nulls last, statements.statement_id asc
limit 10
