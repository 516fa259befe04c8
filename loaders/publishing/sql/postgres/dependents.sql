-- One row a view of somebody else's that is built on a table of these schemas.
select distinct (views_in.nspname || '.' || views.relname)::text as view_name
from pg_depend as ties
inner join pg_rewrite as rules on ties.classid = 'pg_rewrite'::regclass and ties.objid = rules.oid
inner join pg_class as views on rules.ev_class = views.oid
inner join pg_namespace as views_in on views.relnamespace = views_in.oid
inner join pg_class as tables on ties.refclassid = 'pg_class'::regclass and ties.refobjid = tables.oid
inner join pg_namespace as tables_in on tables.relnamespace = tables_in.oid
where
    tables_in.nspname = any(%(names)s)
    and views_in.nspname <> all(%(names)s)
order by view_name
