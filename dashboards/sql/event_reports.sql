-- One row per report of some events, in the order of publication within each, with the text around it.
with

reports as (
    select
        reports.event_id as fact_id,
        reports.*,
        count(*) over (partition by reports.event_id) as total,
        row_number() over (
            partition by reports.event_id
            order by articles.published_from nulls last, documents.sha256 asc, reports.start_char asc
        ) as report_number
    from marts.event_reports as reports
    inner join marts.articles as articles on reports.article_id = articles.article_id
    inner join marts.documents as documents on reports.document_id = documents.document_id
    where reports.event_id in (select unnest(string_split($fact_ids, ' ')))
)

select
    reports.fact_id,
    reports.event_report_id as report_id,
    reports.article_id,
    reports.origin_id,
    reports.start_char as start_char,
    reports.end_char as end_char,
    reports.trigger_start_char as core_start_char,
    reports.trigger_end_char as core_end_char,
    reports.occurred_edtf,
    reports.status,
    reports.attributed_actor_id,
    coalesce(claimants.name, credited.name) as claimant,
    reports.rule,
    reports.rule_precision,
    greatest(reports.start_char - 700, 0) as window_start,
    substr(
        documents.text, greatest(reports.start_char - 700, 0) + 1, reports.end_char - reports.start_char + 1400
    ) as window_text,
    reports.total
from reports
inner join marts.documents as documents on reports.document_id = documents.document_id
left join marts.actors as claimants on reports.attributed_actor_id = claimants.actor_id
left join marts.sources as credited on reports.attributed_source_id = credited.source_id
where reports.report_number > $row_offset and reports.report_number <= $row_offset + $row_limit
order by reports.fact_id, reports.report_number
