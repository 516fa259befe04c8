-- One row per page of a document whose format has pages (PDF, Word): where its words begin and end.
with

document_blocks as (
    select * from {{ ref('stg_document_blocks') }}
    where page_number is not null
)

select
    document_blocks.document_id,
    document_blocks.page_number,
    min(document_blocks.start_char) as start_char,
    max(document_blocks.end_char) as end_char
from document_blocks
group by document_blocks.document_id, document_blocks.page_number
