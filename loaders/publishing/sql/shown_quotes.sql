-- One row per passage that a published row quotes, beside the words of shown_words.sql.
select document_id, quote_start_char as start_char, quote_end_char as end_char from working.marts.figure_reports
union all
select document_id, start_char, end_char from working.marts.event_reports
union all
select document_id, start_char, end_char from working.marts.statements
