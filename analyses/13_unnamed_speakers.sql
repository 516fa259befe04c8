-- How often does each outlet let somebody speak without a name?
with counted as (
    select
        article_id,
        count(*) as statements,
        count(*) filter (where actor_id is null) as unnamed
    from marts.statements
    group by article_id
)

select
    coalesce(sources.name, 'unknown outlet') as outlet,
    cast(sum(counted.statements) as bigint) as statements,
    cast(sum(counted.unnamed) as bigint) as unnamed,
    round(sum(counted.unnamed) / sum(counted.statements), 2) as unnamed_share
from counted
inner join marts.articles as articles on counted.article_id = articles.article_id
left join marts.sources as sources on articles.source_id = sources.source_id
group by coalesce(sources.name, 'unknown outlet')
order by unnamed_share desc, statements desc, outlet asc
limit 15
