-- One row per figure that compares with what was published last (attached as previous): how much of it is there now.
with

shared_documents as (
    select
        count(*) as previous_count,
        count(current_documents.document_id) as kept_count,
        count(landed.document_id) filter (where current_documents.document_id is null) as replaced_count
    from previous.marts.documents as documents
    left join raw.current_documents as current_documents on documents.document_id = current_documents.document_id
    left join raw.documents as landed on documents.document_id = landed.document_id
),

kept as (
    select 'actors' as table_name, count(*) as previous_count, count(now.actor_id) as kept_count
    from previous.marts.actors as earlier left join marts.actors as now on earlier.actor_id = now.actor_id

    union all

    select 'events' as table_name, count(*) as previous_count, count(now.event_id) as kept_count
    from previous.marts.events as earlier left join marts.events as now on earlier.event_id = now.event_id

    union all

    select 'figures' as table_name, count(*) as previous_count, count(now.figure_id) as kept_count
    from previous.marts.figures as earlier left join marts.figures as now on earlier.figure_id = now.figure_id

    union all

    select 'statements' as table_name, count(*) as previous_count, count(now.statement_id) as kept_count
    from previous.marts.statements as earlier left join marts.statements as now on earlier.statement_id = now.statement_id
),

sizes as (
    select 'actors' as table_name, count(*) as row_count from marts.actors
    union all
    select 'events' as table_name, count(*) as row_count from marts.events
    union all
    select 'figures' as table_name, count(*) as row_count from marts.figures
    union all
    select 'statements' as table_name, count(*) as row_count from marts.statements
)

-- Where documents were forgotten or changed, facts vanish with them: the share is then not looked at.
select
    kept.table_name,
    'kept_id_share' as metric,
    case when shared.kept_count = shared.previous_count then kept.kept_count / nullif(kept.previous_count, 0) end as observed
from kept
cross join shared_documents as shared

union all

select
    sizes.table_name,
    'size_against_last' as metric,
    case when shared.kept_count = shared.previous_count and kept.previous_count >= 20 then sizes.row_count / kept.previous_count end
        as observed
from sizes
inner join kept on sizes.table_name = kept.table_name
cross join shared_documents as shared

union all

select
    'documents' as table_name,
    'replaced_share' as metric,
    case when previous_count >= 20 then replaced_count / previous_count end as observed
from shared_documents
