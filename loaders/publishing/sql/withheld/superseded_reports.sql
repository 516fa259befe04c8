-- One row per row of marts.superseded_reports, a statement's words and the quotes withheld where its document's are.
select
    reports.* replace (
        case
            when withheld_texts.document_id is null or reports.fact_table = 'figure_reports' then reports.text
            else regexp_replace(reports.text, '\S', '·', 'g')
        end as text,
        case
            when withheld_texts.document_id is null then reports.quote
            else regexp_replace(reports.quote, '\S', '·', 'g')
        end as quote
    )
from working.marts.superseded_reports as reports
left join withheld_texts on reports.document_id = withheld_texts.document_id
