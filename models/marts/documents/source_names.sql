-- One row per source and form of its name in print.
with

source_names as (
    select * from {{ ref('int_articles__source_names') }}
)

select
    source_names.source_id,
    source_names.name_as_written
from source_names
