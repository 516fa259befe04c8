-- One row per id of one fact table that was published last and is no longer there: what became of its reports decides.
-- {fact_table}, {fact_id}, {report_table} and {report_id} are names of that table and of the table of its reports; {words}
-- is what is printed there.
with

vanished as (
    select fact_id as old_id
    from raw.fact_history
    where fact_table = '{fact_table}'
        and last_version = $previous_version
        and fact_id not in (select {fact_id} from dossier.marts.{fact_table})
),

-- The id of a report hashes its document: in a new version of a page it is known again by its words, of which there
-- may be several alike, counted in the order of the text.
successors as (
    select
        versions.document_id as old_document_id,
        current.document_id
    from raw.document_versions as versions
    inner join raw.current_documents as current on versions.record_key = current.record_key
    where versions.document_id <> current.document_id
    group by versions.document_id, current.document_id
),

earlier_reports as (
    select
        earlier.{report_id} as report_id,
        earlier.{fact_id} as fact_id,
        successors.document_id,
        {words} as words,
        row_number() over (
            partition by earlier.document_id, {words} order by earlier.start_char, earlier.{report_id}
        ) as occurrence
    from previous.marts.{report_table} as earlier
    left join successors on earlier.document_id = successors.old_document_id
),

reports as (
    select
        earlier.{report_id} as report_id,
        earlier.{fact_id} as fact_id,
        earlier.document_id,
        {words} as words,
        row_number() over (
            partition by earlier.document_id, {words} order by earlier.start_char, earlier.{report_id}
        ) as occurrence
    from dossier.marts.{report_table} as earlier
),

heirs as (
    select
        vanished.old_id,
        reports.fact_id as current_id,
        count(*) as report_count
    from vanished
    inner join earlier_reports on vanished.old_id = earlier_reports.fact_id
    inner join reports
        on
            earlier_reports.report_id = reports.report_id
            or (
                earlier_reports.document_id = reports.document_id
                and earlier_reports.words = reports.words
                and earlier_reports.occurrence = reports.occurrence
            )
    group by vanished.old_id, reports.fact_id
),

ranked as (
    select
        heirs.old_id,
        heirs.current_id,
        count(*) over (partition by heirs.old_id) as heir_count,
        row_number() over (partition by heirs.old_id order by heirs.report_count desc, heirs.current_id) as heir_rank
    from heirs
),

known as (
    select fact_id
    from raw.fact_history
    where fact_table = '{fact_table}' and last_version = $previous_version
),

shared as (
    select current_id
    from heirs
    group by current_id
    having count(*) > 1
)

select
    '{fact_table}' as table_name,
    vanished.old_id,
    ranked.current_id,
    $version as changed_in_version,
    case
        when ranked.current_id is null then 'gone'
        when ranked.heir_count > 1 then 'split'
        when ranked.current_id in (select fact_id from known) then 'merged'
        when ranked.current_id in (select current_id from shared) then 'merged'
        else 're-anchored'
    end as reason
from vanished
left join ranked on vanished.old_id = ranked.old_id and ranked.heir_rank = 1
