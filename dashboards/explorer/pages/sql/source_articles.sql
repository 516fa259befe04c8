-- One row per article of an outlet, the latest first, with the text it copies and how many there are.
-- With an original outlet given, only articles that re-use its wording.
with

filtered as (
    select
        articles.article_id,
        articles.headline,
        articles.document_id,
        articles.published_edtf,
        articles.published_from,
        articles.copy_of_article_id,
        originals.source_id as original_source_id
    from marts.articles as articles
    left join marts.articles as originals on articles.copy_of_article_id = originals.article_id
    where articles.source_id = $source_id
        and ($original_source_id is null or originals.source_id = $original_source_id)
),

shown as (
    select *
    from filtered
    order by published_from desc nulls last, article_id
    limit $row_limit offset $row_offset
)

select
    shown.article_id as fact_id,
    coalesce(shown.headline, documents.name) as title,
    shown.published_edtf,
    shown.copy_of_article_id,
    sources.name as original,
    (select count(*) from filtered) as total
from shown
inner join marts.documents as documents on shown.document_id = documents.document_id
left join marts.sources as sources on shown.original_source_id = sources.source_id
order by shown.published_from desc nulls last, shown.article_id
