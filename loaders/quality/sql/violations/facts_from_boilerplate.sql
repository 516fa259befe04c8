-- One row per event report, figure report or statement that begins in a part of the page that is no article.
with

facts as (
    select 'event_reports' as table_name, event_report_id as fact_id, document_id, start_char, quote from marts.event_reports
    union all
    select 'figure_reports' as table_name, figure_report_id as fact_id, document_id, start_char, quote from marts.figure_reports
    union all
    select 'statements' as table_name, statement_id as fact_id, document_id, start_char, quote from marts.statements
)

select facts.table_name, facts.fact_id, facts.document_id, facts.start_char, facts.quote
from facts
inner join marts.article_parts as parts
    on facts.document_id = parts.document_id
    and facts.start_char >= parts.start_char
    and facts.start_char < parts.end_char
where parts.part_kind = 'boilerplate'
order by facts.table_name, facts.fact_id
