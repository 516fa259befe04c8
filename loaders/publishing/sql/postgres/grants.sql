-- One row a table of a schema and role that may read it, beside its owner; a role of NULL is everybody.
select distinct
    schemas.nspname::text as schema_name,
    tables.relname::text as table_name,
    roles.rolname::text as role_name
from pg_class as tables
inner join pg_namespace as schemas on tables.relnamespace = schemas.oid
cross join lateral aclexplode(tables.relacl) as grants
left join pg_roles as roles on grants.grantee = roles.oid
where
    schemas.nspname = any(%(names)s)
    and tables.relkind in ('r', 'v')
    and grants.privilege_type = 'SELECT'
    and grants.grantee <> tables.relowner
order by schema_name, table_name, role_name
