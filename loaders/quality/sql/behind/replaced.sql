-- One row per document published last (attached as previous) that has a newer version now.
select documents.document_id, documents.uri
from previous.marts.documents as documents
inner join raw.documents as landed on documents.document_id = landed.document_id
where documents.document_id not in (select document_id from raw.current_documents)
order by documents.uri
