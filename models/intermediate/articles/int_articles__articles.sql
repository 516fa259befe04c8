-- One row per article of a current document, with its outlet and the source it was taken from.
with

articles as (
    select * from {{ ref('stg_articles') }}
),

documents as (
    select * from {{ ref('stg_documents') }}
),

source_names as (
    select * from {{ ref('int_articles__source_names') }}
)

select
    articles.article_id,
    articles.document_id,
    documents.record_key,
    documents.sha256 as document_sha256,
    articles.article_number,
    articles.is_main,
    articles.headline,
    articles.byline,
    outlets.source_id,
    upstreams.source_id as upstream_source_id,
    articles.is_transcript,
    articles.word_count
from articles
inner join documents
    on articles.document_id = documents.document_id
left join source_names as outlets
    on articles.outlet_as_written = outlets.name_as_written
left join source_names as upstreams
    on articles.upstream_as_written = upstreams.name_as_written
