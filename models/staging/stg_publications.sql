-- One row per numbered publication.
with

publications as (
    select * from {{ source('raw', 'publications') }}
)

select
    publications.version,
    publications.published_at,
    publications.contract_version,
    publications.code_version,
    publications.reader_version,
    publications.data_hash
from publications
