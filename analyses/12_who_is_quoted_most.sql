-- Who is quoted most, in how many articles, and by how many outlets?
with counted as (
    select
        actor_id,
        count(*) as statements
    from marts.statements
    where
        copy_of_statement_id is null
        and actor_id is not null
    group by actor_id
),

-- articles and outlets are counted for those that may be among the first only
foremost as (
    select *
    from counted
    where
        statements >= (
            select min(most.statements)
            from (
                select counted.statements
                from counted
                order by counted.statements desc
                limit 10
            ) as most
        )
)

select
    actors.name,
    actors.actor_type,
    foremost.statements,
    count(distinct statements.article_id) as articles,
    count(distinct articles.source_id) as outlets
from foremost
inner join marts.actors as actors on foremost.actor_id = actors.actor_id
inner join marts.statements as statements on foremost.actor_id = statements.actor_id
inner join marts.articles as articles on statements.article_id = articles.article_id
where statements.copy_of_statement_id is null
group by actors.actor_id, actors.name, actors.actor_type, foremost.statements
order by foremost.statements desc, articles desc, actors.name asc
limit 10
