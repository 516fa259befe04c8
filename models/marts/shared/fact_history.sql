-- One row per fact and unbroken run of publications that hold it.
with

fact_history as (
    select * from {{ ref('stg_fact_history') }}
)

select
    fact_history.fact_table,
    fact_history.fact_id,
    fact_history.first_version,
    fact_history.last_version
from fact_history
