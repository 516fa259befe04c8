-- One row a table or view of these schemas, as SQL names it.
select format('%%I.%%I', schemas.nspname, tables.relname) as place
from pg_class as tables
inner join pg_namespace as schemas on tables.relnamespace = schemas.oid
where
    schemas.nspname = any(%(names)s)
    and tables.relkind in ('r', 'v')
order by place
