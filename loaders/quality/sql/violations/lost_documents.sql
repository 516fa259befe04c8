-- One row per document published last (attached as previous) that has gone without a newer version and without having
-- been forgotten.
select
    documents.document_id,
    documents.name,
    documents.uri
from previous.marts.documents as documents
left join raw.documents as landed on documents.document_id = landed.document_id
where not exists (
    select 1
    from raw.current_documents as current_documents
    where current_documents.record_key = landed.record_key
)
and not exists (
    select 1
    from raw.tombstones as tombstones
    where tombstones.document_id = documents.document_id
        or (tombstones.document_id is null and tombstones.sha256 = documents.sha256)
)
order by documents.uri, documents.document_id
