-- One row per thing to know about a working database.
with

last_load as (
    select *
    from raw.loads
    order by started_at desc, load_id desc
    limit 1
)

select 1 as place, 'documents' as name, cast(count(*) as varchar) as value
from raw.current_documents

union all

select 2 as place, 'waiting to be read' as name, cast(count(*) as varchar) as value
from raw.current_documents as documents
inner join raw.wanted_documents as wanted_documents on documents.document_id = wanted_documents.document_id
left join raw.current_readings as readings on documents.document_id = readings.document_id
where readings.reader_version is distinct from $reader_version

union all

select 2 as place, 'not of the topics' as name, cast(count(*) as varchar) as value
from raw.current_documents
where document_id not in (select document_id from raw.wanted_documents)
    and document_id not in (select document_id from raw.current_readings)
having count(*) > 0

union all

select
    3 as place,
    'last load' as name,
    location || ' at ' || strftime(finished_at, '%Y-%m-%d %H:%M') || ' UTC: ' || record_count || ' records, ' || landed_count
    || ' new, ' || rejected_count || ' set aside' as value
from last_load

union all

select 4 as place, 'set aside' as name, rejections.uri || ': ' || rejections.reason as value
from raw.rejections as rejections
where rejections.rejection_id in (select rejection_id from raw.current_rejections)

union all

select 5 as place, 'reading failures' as name, reader || ': ' || count(*) as value
from raw.reading_failures
where reading_id in (select reading_id from raw.current_readings)
group by reader

union all

select 6 as place, 'forgotten' as name, cast(count(*) as varchar) as value
from raw.tombstones
having count(*) > 0

order by place, name, value
