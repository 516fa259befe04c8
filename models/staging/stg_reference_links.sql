-- One row per address of an article that an export names without holding its words.
with

reference_links as (
    select * from {{ source('raw', 'reference_links') }}
)

select
    address,
    source_kind,
    source_name,
    cast(seen_on as date) as seen_on,
    file_uri
from reference_links
