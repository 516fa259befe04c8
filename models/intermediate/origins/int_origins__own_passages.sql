-- One row per report in a rewrite that the rewriting outlet got itself: said to it, or known by it, as the passage says.
with

passages as (
    select * from {{ ref('int_origins__passages') }}
),

origins as (
    select * from {{ ref('int_origins__articles') }}
    where copy_of_article_id is not null
),

articles as (
    select * from {{ ref('int_articles__articles') }}
),

chain_sources as (
    select * from {{ ref('int_origins__chain_sources') }}
)

select distinct
    passages.report_table,
    passages.report_id
from passages
inner join origins
    on passages.article_id = origins.article_id
inner join articles
    on origins.article_id = articles.article_id
inner join articles as copied
    on origins.copy_of_article_id = copied.article_id
inner join chain_sources
    on chain_sources.chain_id in (passages.attributed_chain_id, passages.told_chain_id)
where
    chain_sources.source_id = articles.source_id
    and articles.source_id <> coalesce(copied.source_id, '')
