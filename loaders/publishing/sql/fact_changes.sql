-- One row per fact of one table that this publication adds, changes or loses. Fact rows and their hashes stand in fact_rows.
with

now_published as (
    select fact_id, row_hash
    from fact_rows
    where fact_table = $fact_table
),

published_last as (
    select fact_id, row_hash
    from raw.fact_history
    where fact_table = $fact_table and last_version = $previous_version
)

select
    $version as version,
    $fact_table as fact_table,
    coalesce(now_published.fact_id, published_last.fact_id) as fact_id,
    case
        when published_last.fact_id is null then 'added'
        when now_published.fact_id is null then 'gone'
        else 'changed'
    end as change,
    $reason as reason
from now_published
full outer join published_last on now_published.fact_id = published_last.fact_id
where now_published.row_hash is distinct from published_last.row_hash
