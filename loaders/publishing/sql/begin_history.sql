-- Facts that are published for the first time, or again: a run of their own begins.
insert into raw.fact_history by name
select
    fact_rows.fact_table,
    fact_rows.fact_id,
    fact_rows.row_hash,
    $version as first_version,
    $version as last_version
from fact_rows
left join raw.fact_history as history
    on fact_rows.fact_table = history.fact_table
    and fact_rows.fact_id = history.fact_id
    and history.last_version = $version
where history.fact_id is null
