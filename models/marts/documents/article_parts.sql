-- One row per contiguous part of a document.
with

parts as (
    select * from {{ ref('stg_parts') }}
)

select
    parts.article_part_id,
    parts.document_id,
    parts.article_id,
    parts.part_number,
    parts.part_kind,
    parts.start_char,
    parts.end_char,
    parts.rule
from parts
