-- One row per current document that is not known to be in English.
select documents.uri, documents.language, documents.char_count
from raw.documents as documents
inner join raw.current_documents as current_documents on documents.document_id = current_documents.document_id
where coalesce(documents.language, 'und') not like 'en%'
order by documents.language, documents.uri
