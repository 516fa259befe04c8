-- Which outlet re-uses whose wording?
select
    coalesce(copiers.name, 'unknown outlet') as copier,
    coalesce(originals.name, 'unknown outlet') as original,
    count(*) as articles
from marts.articles as copies
inner join marts.articles as models on copies.copy_of_article_id = models.article_id
left join marts.sources as copiers on copies.source_id = copiers.source_id
left join marts.sources as originals on models.source_id = originals.source_id
group by coalesce(copiers.name, 'unknown outlet'), coalesce(originals.name, 'unknown outlet')
order by articles desc, copier asc, original asc
limit 10
