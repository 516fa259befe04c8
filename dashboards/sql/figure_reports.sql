-- One row per report of a figure, in the order of publication, with the text around it.
with

reports as materialized (
    select *
    from marts.figure_reports
    where figure_id = $fact_id
)

select
    reports.figure_report_id as report_id,
    articles.article_id,
    articles.headline,
    articles.published_edtf,
    articles.is_main,
    articles.source_id,
    sources.name as outlet,
    documents.document_id,
    documents.name as document,
    documents.uri,
    documents.page_url,
    documents.licence,
    copied_sources.name as copied_from,
    reports.origin_id,
    reports.quote_start_char as start_char,
    reports.quote_end_char as end_char,
    reports.start_char as core_start_char,
    reports.end_char as core_end_char,
    reports.text as printed,
    reports.value,
    reports.value_max,
    reports.unit,
    reports.comparator,
    reports.attributed_actor_id,
    coalesce(claimants.name, credited.name) as claimant,
    reports.rule,
    reports.rule_precision,
    greatest(reports.quote_start_char - 700, 0) as window_start,
    substr(
        documents.text,
        greatest(reports.quote_start_char - 700, 0) + 1,
        reports.quote_end_char - reports.quote_start_char + 1400
    ) as window_text,
    (select count(*) from reports) as total
from reports
inner join marts.articles as articles on reports.article_id = articles.article_id
inner join marts.documents as documents on reports.document_id = documents.document_id
left join marts.sources as sources on articles.source_id = sources.source_id
left join marts.articles as copied on articles.copy_of_article_id = copied.article_id
left join marts.sources as copied_sources on copied.source_id = copied_sources.source_id
left join marts.actors as claimants on reports.attributed_actor_id = claimants.actor_id
left join marts.sources as credited on reports.attributed_source_id = credited.source_id
order by articles.published_from nulls last, documents.sha256, reports.start_char
limit $row_limit offset $row_offset
