-- One row per licence under which a current document was given.
select distinct documents.licence
from raw.current_documents
inner join raw.documents on current_documents.document_id = documents.document_id
where documents.licence is not null
order by documents.licence
