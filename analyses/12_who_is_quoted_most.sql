-- Who is quoted most, in how many articles, and by how many outlets?
select
    actors.name,
    actors.actor_type,
    count(*) as statements,
    count(distinct statements.article_id) as articles,
    count(distinct articles.source_id) as outlets
from marts.statements as statements
inner join marts.actors as actors on statements.actor_id = actors.actor_id
inner join marts.articles as articles on statements.article_id = articles.article_id
where statements.copy_of_statement_id is null
group by actors.actor_id, actors.name, actors.actor_type
order by statements desc, articles desc, actors.name asc
limit 10
