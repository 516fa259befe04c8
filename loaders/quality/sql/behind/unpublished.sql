-- One row per current document that the marts lack, and per document of the marts that is not current.
select
    coalesce(current_documents.document_id, documents.document_id) as document_id,
    current_documents.record_key,
    case when documents.document_id is null then 'not in the marts' else 'not current' end as fault
from raw.current_documents as current_documents
full join marts.documents as documents on current_documents.document_id = documents.document_id
where current_documents.document_id is null
    or documents.document_id is null
order by document_id
