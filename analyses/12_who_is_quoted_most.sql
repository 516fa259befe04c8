-- Who is quoted most, in how many articles, by how many outlets, and how much of it is copied?
with foremost as (
    select
        actor_id,
        name,
        actor_type,
        statement_count
    from marts.actors
    order by statement_count desc, name asc, actor_id asc
    limit 10
)

select
    foremost.name,
    foremost.actor_type,
    foremost.statement_count as statements,
    count(statements.copy_of_statement_id) as copies,
    count(distinct statements.article_id) as articles,
    count(distinct articles.source_id) as outlets
from foremost
inner join marts.statements as statements on foremost.actor_id = statements.actor_id
inner join marts.articles as articles on statements.article_id = articles.article_id
where articles.is_main
group by foremost.actor_id, foremost.name, foremost.actor_type, foremost.statement_count
order by statements desc, foremost.name asc, foremost.actor_id asc
