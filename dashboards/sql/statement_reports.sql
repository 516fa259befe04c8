-- One row per printing of a statement: itself, what it copies, and its copies, in the order of publication.
with

reports as materialized (
    select *
    from marts.statements
    where coalesce(copy_of_statement_id, statement_id) = (
        select coalesce(copy_of_statement_id, statement_id)
        from marts.statements
        where statement_id = $fact_id
    )
)

select
    reports.statement_id as report_id,
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
    reports.start_char,
    reports.end_char,
    reports.start_char as core_start_char,
    reports.end_char as core_end_char,
    reports.actor_id as attributed_actor_id,
    coalesce(claimants.name, reports.speaker_as_written) as claimant,
    reports.rule,
    reports.rule_precision,
    greatest(reports.start_char - 700, 0) as window_start,
    substr(documents.text, greatest(reports.start_char - 700, 0) + 1, reports.end_char - reports.start_char + 1400) as window_text,
    (select count(*) from reports) as total
from reports
inner join marts.articles as articles on reports.article_id = articles.article_id
inner join marts.documents as documents on reports.document_id = documents.document_id
left join marts.sources as sources on articles.source_id = sources.source_id
left join marts.articles as copied on articles.copy_of_article_id = copied.article_id
left join marts.sources as copied_sources on copied.source_id = copied_sources.source_id
left join marts.actors as claimants on reports.actor_id = claimants.actor_id
order by articles.published_from nulls last, documents.sha256, reports.start_char
limit $row_limit offset $row_offset
