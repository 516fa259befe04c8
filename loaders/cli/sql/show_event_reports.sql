-- One row per report of an event, in the order of publication.
select
    sources.name as outlet,
    articles.published_edtf as published,
    documents.uri as document,
    concat_ws(', ', reports.status, reports.occurred_edtf, 'according to ' || actors.name) as detail,
    documents.text,
    reports.start_char,
    reports.end_char
from marts.event_reports as reports
inner join marts.documents as documents on reports.document_id = documents.document_id
inner join marts.articles as articles on reports.article_id = articles.article_id
left join marts.sources as sources on articles.source_id = sources.source_id
left join marts.actors as actors on reports.attributed_actor_id = actors.actor_id
where reports.event_id = $fact_id
order by articles.published_from nulls last, documents.sha256, reports.start_char
