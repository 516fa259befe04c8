-- One row per figure that gate 1 looks at: about the last load, the current documents and their current readings.
with

current_documents as (
    select documents.*
    from raw.documents as documents
    inner join raw.current_documents as current_documents on documents.document_id = current_documents.document_id
),

last_load as (
    select *
    from raw.loads
    where location <> 'retry'
    order by started_at desc, load_id desc
    limit 1
),

earlier_loads as (
    select median(loads.record_count) as usual_count, max(loads.record_count) as most_count
    from raw.loads as loads
    inner join last_load on loads.location = last_load.location and loads.started_at < last_load.started_at
),

-- Feeds that were fetched by the last load and three times before. An answer without a count is of an older version.
feed_volumes as (
    select
        visits.feed_id,
        visits.record_count / median(earlier.record_count) as of_usual,
        visits.record_count / max(earlier.record_count) as of_most
    from raw.feed_visits as visits
    inner join last_load on visits.load_id = last_load.load_id
    inner join raw.feed_visits as earlier
        on visits.feed_id = earlier.feed_id
        and visits.declaration = earlier.declaration
        and visits.visited_at > earlier.visited_at
    where visits.outcome = 'fetched'
        and earlier.outcome = 'fetched'
        and earlier.record_count > 0
    group by visits.feed_id, visits.visited_at, visits.record_count
    having count(*) >= 3
),

-- Other languages are not read.
words as (
    select sum(readings.word_count) as word_count
    from raw.readings as readings
    inner join raw.current_readings as current_readings
        on readings.reading_id = current_readings.reading_id and readings.document_id = current_readings.document_id
    inner join current_documents on readings.document_id = current_documents.document_id
    where coalesce(current_documents.language, 'und') in ('en', 'eng', 'und')
        or current_documents.language like 'en-%'
),

parts as (
    select
        coalesce(sum(parts.end_char - parts.start_char), 0) as char_count,
        coalesce(sum(parts.end_char - parts.start_char) filter (where parts.part_kind = 'article'), 0) as article_char_count
    from raw.read_parts as parts
    inner join raw.current_readings as current_readings on parts.reading_id = current_readings.reading_id
),

mentions as (
    select 'actor_mentions' as table_name, count(*) as row_count
    from raw.read_actor_mentions where reading_id in (select reading_id from raw.current_readings)

    union all

    select 'time_expressions' as table_name, count(*) as row_count
    from raw.read_time_expressions where reading_id in (select reading_id from raw.current_readings)

    union all

    select 'figure_reports' as table_name, count(*) as row_count
    from raw.read_figure_reports where reading_id in (select reading_id from raw.current_readings)

    union all

    select 'statements' as table_name, count(*) as row_count
    from raw.read_statements where reading_id in (select reading_id from raw.current_readings)

    union all

    select 'event_reports' as table_name, count(*) as row_count
    from raw.read_event_reports where reading_id in (select reading_id from raw.current_readings)
)

select 'documents' as table_name, 'document_count' as metric, cast(count(*) as double) as observed
from current_documents

union all

select 'documents' as table_name, 'rejected_share' as metric, max(rejected_count) / nullif(max(record_count), 0) as observed
from last_load

union all

select 'documents' as table_name, 'load_volume' as metric, max(last_load.record_count) / nullif(max(earlier_loads.usual_count), 0) as observed
from last_load
cross join earlier_loads

union all

select
    'documents' as table_name,
    'load_growth' as metric,
    max(case when earlier_loads.most_count >= 20 then last_load.record_count / earlier_loads.most_count end) as observed
from last_load
cross join earlier_loads

union all

select 'feeds' as table_name, 'least_volume' as metric, min(of_usual) as observed
from feed_volumes

union all

select 'feeds' as table_name, 'most_volume' as metric, max(of_most) as observed
from feed_volumes

union all

select 'documents' as table_name, 'damaged_share' as metric, avg(case when encoding like '%damaged' then 1 else 0 end) as observed
from current_documents

union all

select
    'documents' as table_name,
    'replaced_char_share' as metric,
    sum(length(text) - length(replace(text, chr(65533), ''))) / nullif(sum(char_count), 0) as observed
from current_documents

union all

-- Shares say nothing about a handful of documents.
select
    'documents' as table_name,
    'foreign_share' as metric,
    case when count(*) >= 20 then avg(case when language is null or language like 'en%' or language = 'und' then 0 else 1 end) end as observed
from current_documents

union all

select
    'documents' as table_name,
    'unknown_language_share' as metric,
    case when count(*) >= 20 then avg(case when language is null or language = 'und' then 1 else 0 end) end as observed
from current_documents

union all

select
    'documents' as table_name,
    'unread_count' as metric,
    count(*) filter (where document_id not in (select document_id from raw.current_readings)) as observed
from raw.wanted_documents

union all

select
    'reading_failures' as table_name,
    'failed_share' as metric,
    (select count(distinct document_id) from raw.reading_failures where reading_id in (select reading_id from raw.current_readings))
    / nullif(count(*), 0) as observed
from current_documents

union all

select
    'article_parts' as table_name,
    'covered_share' as metric,
    (select char_count from parts) / nullif(sum(length(trim(text, ' ' || chr(9) || chr(10) || chr(13)))), 0) as observed
from current_documents
where document_id in (select document_id from raw.current_readings)

union all

select 'article_parts' as table_name, 'article_share' as metric, article_char_count / nullif(char_count, 0) as observed
from parts

union all

-- Rates say nothing about a few short documents.
select
    mentions.table_name,
    'per_thousand_words' as metric,
    case when words.word_count >= 2000 then 1000.0 * mentions.row_count / words.word_count end as observed
from mentions
cross join words

union all

select
    mentions.table_name,
    'rows_of_many_words' as metric,
    case when words.word_count >= 20000 then mentions.row_count end as observed
from mentions
cross join words
where mentions.table_name in ('actor_mentions', 'time_expressions')
