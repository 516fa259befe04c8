-- One row a table or view of a published file; the statement that makes it for views only.
select
    schema_name,
    table_name as relation_name,
    coalesce(comment, '') as comment,
    null as view_sql
from duckdb_tables()
where
    database_name = current_database()
    and schema_name in ('marts', 'topics', 'quality')
union all
select
    schema_name,
    view_name as relation_name,
    coalesce(comment, '') as comment,
    sql as view_sql
from duckdb_views()
where
    database_name = current_database()
    and schema_name in ('marts', 'topics', 'quality')
order by schema_name, relation_name
