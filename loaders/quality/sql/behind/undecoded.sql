-- One row per current document with characters that could not be decoded, most of them first.
select
    documents.uri,
    documents.encoding,
    length(documents.text) - length(replace(documents.text, chr(65533), '')) as replaced_chars,
    documents.char_count
from raw.documents as documents
inner join raw.current_documents as current_documents on documents.document_id = current_documents.document_id
where documents.text like '%' || chr(65533) || '%'
    or documents.encoding like '%damaged'
order by replaced_chars desc, documents.uri
