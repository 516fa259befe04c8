-- One row per document whose address on the web is known: a sidecar's word goes before the record's, and that before the page's.
with

metadata as (
    select * from {{ ref('stg_document_metadata') }}
),

addresses as (
    select
        document_id,
        value as page_url,
        row_number() over (
            partition by document_id
            order by case basis when 'sidecar' then 1 when 'record' then 2 else 3 end, value
        ) as rank_in_document
    from metadata
    where
        field = 'url'
        and (value like 'https://%' or value like 'http://%')
)

select
    document_id,
    page_url
from addresses
where rank_in_document = 1
