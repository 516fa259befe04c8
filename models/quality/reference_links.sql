-- One row per address of an article that an export names, with the document of that address where one was landed.
with

reference_links as (
    select * from {{ ref('stg_reference_links') }}
),

documents as (
    select * from {{ ref('documents') }}
),

-- The same page may have been landed from several files.
landed as (
    select
        page_url,
        min(document_id) as document_id
    from documents
    where page_url is not null
    group by page_url
)

select
    reference_links.address,
    reference_links.source_kind,
    reference_links.source_name,
    reference_links.seen_on,
    reference_links.file_uri,
    landed.document_id
from reference_links
left join landed on reference_links.address = landed.page_url
