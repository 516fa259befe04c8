-- Which printed words stand behind the best supported event?
with top_event as (
    select event_id
    from marts.events
    order by origin_count desc, article_count desc, report_count desc, event_id asc
    limit 1
)

select
    documents.name as document,
    reports.start_char,
    reports.end_char,
    substr(documents.text, reports.start_char + 1, reports.end_char - reports.start_char) as printed
from top_event
inner join marts.event_reports as reports on top_event.event_id = reports.event_id
inner join marts.documents as documents on reports.document_id = documents.document_id
order by documents.name asc, reports.start_char asc
