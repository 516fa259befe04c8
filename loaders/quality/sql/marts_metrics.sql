-- One row per figure that gate 2 looks at besides the violations: sizes of tables and shares of what is unknown.
with

sizes as (
    select 'documents' as table_name, count(*) as row_count from marts.documents
    union all
    select 'articles' as table_name, count(*) as row_count from marts.articles
    union all
    select 'actors' as table_name, count(*) as row_count from marts.actors
    union all
    select 'events' as table_name, count(*) as row_count from marts.events
    union all
    select 'figures' as table_name, count(*) as row_count from marts.figures
    union all
    select 'statements' as table_name, count(*) as row_count from marts.statements
),

landed as (
    select count(*) as document_count from raw.current_documents
)

select 'documents' as table_name, 'published_share' as metric, max(sizes.row_count) / nullif(max(landed.document_count), 0) as observed
from sizes
cross join landed
where sizes.table_name = 'documents'

union all

select 'events' as table_name, 'dated_share' as metric, avg(case when occurred_edtf is not null then 1 else 0 end) as observed
from marts.events

union all

select 'figures' as table_name, 'measured_share' as metric, avg(case when measure <> 'other' then 1 else 0 end) as observed
from marts.figures

union all

select 'statements' as table_name, 'attributed_share' as metric, avg(case when actor_id is not null then 1 else 0 end) as observed
from marts.statements

union all

select 'actors' as table_name, 'typed_share' as metric, avg(case when actor_type is not null then 1 else 0 end) as observed
from marts.actors
