-- One row per outlet that re-uses the wording of another (or its own), those of most articles first.
select
    copies.source_id as copier_id,
    coalesce(copiers.name, 'unknown outlet') as copier,
    originals.source_id as original_id,
    coalesce(original_sources.name, 'unknown outlet') as original,
    count(*) as article_count
from marts.articles as copies
inner join marts.articles as originals on copies.copy_of_article_id = originals.article_id
left join marts.sources as copiers on copies.source_id = copiers.source_id
left join marts.sources as original_sources on originals.source_id = original_sources.source_id
group by copies.source_id, copiers.name, originals.source_id, original_sources.name
order by article_count desc, copier, original
limit 50
