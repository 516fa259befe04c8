-- How often does each outlet let somebody speak without a name?
select
    coalesce(sources.name, 'unknown outlet') as outlet,
    count(*) as statements,
    count(*) filter (where statements.actor_id is null) as unnamed,
    round(count(*) filter (where statements.actor_id is null) / count(*), 2) as unnamed_share
from marts.statements as statements
inner join marts.articles as articles on statements.article_id = articles.article_id
left join marts.sources as sources on articles.source_id = sources.source_id
group by coalesce(sources.name, 'unknown outlet')
order by unnamed_share desc, statements desc, outlet asc
limit 15
