-- One row per stretch of a current document whose place its format shows.
with

document_blocks as (
    select * from {{ source('raw', 'document_blocks') }}
),

current_documents as (
    select * from {{ source('raw', 'current_documents') }}
)

select
    document_id,
    block_number,
    start_char,
    end_char,
    block_kind,
    region,
    story_number,
    page_number
from document_blocks
where document_id in (select current_documents.document_id from current_documents)
