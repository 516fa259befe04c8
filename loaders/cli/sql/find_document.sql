-- One row per document that is called so: by its id, else by its uri, else by its name.
with

candidates as (
    select
        document_id,
        uri,
        text,
        case $document when document_id then 1 when uri then 2 else 3 end as preference
    from marts.documents
    where document_id = $document or uri = $document or name = $document
)

select document_id, uri, text
from candidates
where preference = (select min(preference) from candidates)
order by uri
