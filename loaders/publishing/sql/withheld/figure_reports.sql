-- One row per row of marts.figure_reports, its quote as far as its document's words may be published.
select
    reports.* replace (
        coalesce(substr(withheld_texts.text, reports.quote_start_char + 1, reports.quote_end_char - reports.quote_start_char), reports.quote) as quote
    )
from working.marts.figure_reports as reports
left join withheld_texts on reports.document_id = withheld_texts.document_id
