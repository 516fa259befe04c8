-- One row per fact that a publication added, changed or lost.
with

fact_changes as (
    select * from {{ ref('stg_fact_changes') }}
)

select
    fact_changes.version,
    fact_changes.fact_table,
    fact_changes.fact_id,
    fact_changes.change,
    fact_changes.reason
from fact_changes
