-- One row per printing of some statements: itself, what it copies, and its copies, in the order of publication.
with

reports as (
    select
        facts.statement_id as fact_id,
        reports.*,
        count(*) over (partition by facts.statement_id) as total,
        row_number() over (
            partition by facts.statement_id
            order by articles.published_from nulls last, documents.sha256 asc, reports.start_char asc
        ) as report_number
    from marts.statements as reports
    inner join marts.statements as facts
        on coalesce(reports.copy_of_statement_id, reports.statement_id)
        = coalesce(facts.copy_of_statement_id, facts.statement_id)
    inner join marts.articles as articles on reports.article_id = articles.article_id
    inner join marts.documents as documents on reports.document_id = documents.document_id
    where facts.statement_id in (select unnest(string_split($fact_ids, ' ')))
)

select
    reports.fact_id,
    reports.statement_id as report_id,
    reports.article_id,
    reports.origin_id,
    reports.start_char as start_char,
    reports.end_char as end_char,
    reports.start_char as core_start_char,
    reports.end_char as core_end_char,
    reports.actor_id as attributed_actor_id,
    coalesce(claimants.name, reports.speaker_as_written) as claimant,
    reports.rule,
    reports.rule_precision,
    greatest(reports.start_char - 700, 0) as window_start,
    substr(
        documents.text, greatest(reports.start_char - 700, 0) + 1, reports.end_char - reports.start_char + 1400
    ) as window_text,
    reports.total
from reports
inner join marts.documents as documents on reports.document_id = documents.document_id
left join marts.actors as claimants on reports.actor_id = claimants.actor_id
where reports.report_number > $row_offset and reports.report_number <= $row_offset + $row_limit
order by reports.fact_id, reports.report_number
