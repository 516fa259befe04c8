-- One row a schema that has one of our names or was set aside; is_ours where our comment stands on it.
select
    schemas.nspname::text as name,
    starts_with(coalesce(obj_description(schemas.oid, 'pg_namespace'), ''), %(mark)s) as is_ours
from pg_namespace as schemas
where
    schemas.nspname = any(%(names)s)
    or schemas.nspname ~ %(aside)s
order by schemas.nspname
