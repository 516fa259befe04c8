-- One row per piece of metadata that came with a current document.
select
    document_id,
    field,
    value,
    basis
from {{ source('raw', 'document_metadata') }}
where document_id in (select current_documents.document_id from {{ source('raw', 'current_documents') }} as current_documents)
