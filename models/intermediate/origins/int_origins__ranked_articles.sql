-- One row per article, with its place in the anchor order: by publication date, then by the document's hash.
with

articles as (
    select * from {{ ref('int_articles__articles') }}
),

dates as (
    select * from {{ ref('int_dates__articles') }}
)

select
    articles.article_id,
    articles.document_sha256,
    articles.article_number,
    articles.source_id,
    dates.published_from,
    dates.published_to,
    row_number() over (
        order by
            dates.published_from nulls last,
            articles.document_sha256,
            articles.article_number,
            articles.article_id
    ) as anchor_rank
from articles
left join dates
    on articles.article_id = dates.article_id
