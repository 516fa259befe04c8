-- One row per current document that is to be read and has no reading.
select documents.uri, documents.document_id, documents.landed_at
from raw.documents as documents
inner join raw.current_documents as current_documents on documents.document_id = current_documents.document_id
where documents.document_id in (select document_id from raw.wanted_documents)
    and documents.document_id not in (select document_id from raw.current_readings)
order by documents.uri
