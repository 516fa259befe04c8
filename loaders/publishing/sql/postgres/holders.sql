-- One row a session that holds a lock on a table of these schemas.
select distinct
    sessions.pid,
    coalesce(sessions.usename::text, 'somebody') as user_name,
    coalesce(nullif(sessions.application_name, ''), 'an unnamed program') as program
from pg_locks as locks
inner join pg_class as tables on locks.relation = tables.oid
inner join pg_namespace as schemas on tables.relnamespace = schemas.oid
inner join pg_stat_activity as sessions on locks.pid = sessions.pid
where
    schemas.nspname = any(%(names)s)
    and locks.granted
    and locks.database = (select databases.oid from pg_database as databases where databases.datname = current_database())
    and sessions.pid <> pg_backend_pid()
order by sessions.pid
