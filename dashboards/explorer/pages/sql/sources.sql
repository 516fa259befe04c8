-- One row per outlet with articles that the filter leaves, with how many there are.
with

copies as (
    select source_id, count(*) as copy_count
    from marts.articles
    where copy_of_article_id is not null and is_main
    group by source_id
),

filtered as (
    select source_id, name, article_count
    from marts.sources
    where article_count > 0 and ($name is null or contains(lower(name), lower($name)))
),

shown as (
    select source_id
    from filtered
    order by article_count desc, name, source_id
    limit $row_limit offset $row_offset
)

select
    sources.source_id as fact_id,
    sources.name,
    sources.source_kind,
    sources.article_count,
    sources.origin_count,
    coalesce(copies.copy_count, 0) as copy_count,
    sources.event_count,
    sources.figure_count,
    sources.statement_count,
    (select count(*) from filtered) as total
from marts.sources as sources
left join copies on sources.source_id = copies.source_id
where sources.source_id in (select source_id from shown)
order by sources.article_count desc, sources.name, sources.source_id
