-- An id that is published again is no longer history.
delete from raw.id_history
where exists (
    select 1
    from fact_rows
    where fact_rows.fact_table = raw.id_history.table_name
        and fact_rows.fact_id = raw.id_history.old_id
)
