-- One row per piece of metadata that came with a current document.
with

current_documents as (
    select document_id from {{ source('raw', 'current_documents') }}
),

metadata as (
    select * from {{ source('raw', 'document_metadata') }}
    where document_id in (select document_id from current_documents)
)

select
    document_id,
    field,
    value,
    basis
from metadata
