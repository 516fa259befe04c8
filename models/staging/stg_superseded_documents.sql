-- One row per earlier version of a current document that was read.
with

documents as (
    select * from {{ source('raw', 'documents') }}
),

superseded_readings as (
    select * from {{ source('raw', 'superseded_readings') }}
)

select
    documents.document_id,
    superseded_readings.current_document_id,
    superseded_readings.version_number,
    documents.text
from documents
inner join superseded_readings on documents.document_id = superseded_readings.document_id
