-- One row per event, figure and statement read from an article, in text order.
select
    'event' as kind,
    reports.event_id as fact_id,
    reports.quote as words,
    reports.start_char,
    reports.end_char,
    reports.trigger_start_char as core_start_char,
    reports.trigger_end_char as core_end_char
from marts.event_reports as reports
where reports.article_id = $fact_id

union all

select 'figure', figure_id, text || ': ' || quote, quote_start_char, quote_end_char, start_char, end_char
from marts.figure_reports
where article_id = $fact_id

union all

select 'statement', statement_id, quote, start_char, end_char, start_char, end_char
from marts.statements
where article_id = $fact_id

order by start_char, end_char, kind, fact_id
limit 2000
