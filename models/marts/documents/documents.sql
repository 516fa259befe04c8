-- One row per current landed file or record.
with

documents as (
    select * from {{ ref('stg_documents') }}
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
    documents.load_id
from documents
