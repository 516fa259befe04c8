-- One row per article inside a document.
with

articles as (
    select * from {{ ref('int_articles__articles') }}
),

publication_dates as (
    select * from {{ ref('int_dates__articles') }}
),

origins as (
    select * from {{ ref('int_origins__articles') }}
)

select
    articles.article_id,
    articles.document_id,
    articles.article_number,
    articles.is_main,
    articles.source_id,
    articles.upstream_source_id,
    articles.headline,
    articles.byline,
    publication_dates.published_edtf,
    publication_dates.published_from,
    publication_dates.published_to,
    coalesce(publication_dates.published_basis, 'unknown') as published_basis,
    articles.is_transcript,
    articles.word_count,
    origins.copy_of_article_id,
    origins.origin_id
from articles
left join publication_dates on articles.article_id = publication_dates.article_id
left join origins on articles.article_id = origins.article_id
