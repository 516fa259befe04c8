-- One row per event; its title, the quote of its first report, is withheld where any of its reports is.
with restricted as (
    select distinct reports.event_id
    from working.marts.event_reports as reports
    inner join withheld_texts on reports.document_id = withheld_texts.document_id
)
select events.* replace (
    case when restricted.event_id is null then events.title else concat(events.event_type, ' ', events.event_subtype) end as title
)
from working.marts.events as events
left join restricted on events.event_id = restricted.event_id
