-- One row per name, number, date or trigger word: too short to be anybody's, and what rows without quotes rest on.
select document_id, start_char, end_char from working.marts.actor_mentions
union all
select document_id, start_char, end_char from working.marts.item_mentions
union all
select document_id, start_char, end_char from working.marts.time_expressions
union all
select document_id, start_char, end_char from working.marts.figure_reports
union all
select document_id, trigger_start_char, trigger_end_char from working.marts.event_reports
