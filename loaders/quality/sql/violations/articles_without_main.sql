-- One row per current document none of whose articles is a main one.
select documents.document_id, documents.uri
from raw.current_documents as current_documents
inner join raw.documents as documents on current_documents.document_id = documents.document_id
inner join raw.current_readings as current_readings on documents.document_id = current_readings.document_id
where not exists (
    select 1
    from raw.read_articles as articles
    where articles.reading_id = current_readings.reading_id and articles.is_main
)
order by documents.uri
