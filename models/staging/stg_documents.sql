-- One row per current document: the version in force of every record that was not forgotten.
with

documents as (
    select * from {{ source('raw', 'documents') }}
),

current_documents as (
    select * from {{ source('raw', 'current_documents') }}
)

select
    documents.document_id,
    documents.record_key,
    documents.name,
    documents.uri,
    documents.sha256,
    documents.sidecar_sha256,
    documents.media_type,
    documents.byte_count,
    documents.char_count,
    documents.encoding,
    documents.text,
    documents.language,
    documents.licence,
    current_documents.version_number,
    documents.text_reader,
    documents.text_reader_version,
    documents.landed_at,
    documents.load_id
from documents
inner join current_documents
    on documents.document_id = current_documents.document_id
