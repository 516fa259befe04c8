-- One row per row of marts.event_reports, its quote as far as its document's words may be published.
select
    reports.* replace (
        coalesce(substr(withheld_texts.text, reports.start_char + 1, reports.end_char - reports.start_char), reports.quote) as quote
    )
from working.marts.event_reports as reports
left join withheld_texts on reports.document_id = withheld_texts.document_id
