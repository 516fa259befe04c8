-- One row a column of a published file, in the order of its table.
select
    schema_name,
    table_name,
    column_name,
    data_type,
    not is_nullable as is_required,
    coalesce(comment, '') as comment
from duckdb_columns()
where
    database_name = current_database()
    and schema_name in ('marts', 'topics', 'quality')
order by schema_name, table_name, column_index
