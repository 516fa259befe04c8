-- One row per current landed file or record.
with

documents as (
    select * from {{ ref('stg_documents') }}
),

page_urls as (
    select * from {{ ref('int_articles__page_urls') }}
)

select
    documents.document_id,
    documents.name,
    documents.uri,
    documents.sha256,
    documents.media_type,
    documents.byte_count,
    documents.char_count,
    documents.text,
    documents.language,
    documents.licence,
    documents.version_number,
    documents.text_reader,
    documents.text_reader_version,
    documents.landed_at,
    documents.load_id,
    page_urls.page_url
from documents
left join page_urls on documents.document_id = page_urls.document_id
