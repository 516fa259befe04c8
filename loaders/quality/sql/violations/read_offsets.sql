-- One row per mention whose offsets do not give its printed words.
with

located as (
    select reading_id, 'actor_mentions' as kind, actor_mention_id as row_id, document_id, start_char, end_char, text as words
    from raw.read_actor_mentions

    union all

    select reading_id, 'time_expressions' as kind, time_expression_id as row_id, document_id, start_char, end_char, text as words
    from raw.read_time_expressions

    union all

    select reading_id, 'figure_reports' as kind, figure_report_id as row_id, document_id, start_char, end_char, text as words
    from raw.read_figure_reports

    union all

    select reading_id, 'statements' as kind, statement_id as row_id, document_id, start_char, end_char, quote as words
    from raw.read_statements

    union all

    select reading_id, 'event_reports' as kind, event_report_id as row_id, document_id, start_char, end_char, quote as words
    from raw.read_event_reports

    union all

    select reading_id, 'item_mentions' as kind, item_mention_id as row_id, document_id, start_char, end_char, text as words
    from raw.read_item_mentions
)

select
    located.kind,
    located.row_id,
    located.document_id,
    located.start_char,
    located.end_char,
    located.words
from located
inner join raw.current_readings as current_readings on located.reading_id = current_readings.reading_id
inner join raw.documents as documents on located.document_id = documents.document_id
where located.start_char < 0
    or located.end_char <= located.start_char
    or located.end_char > documents.char_count
    or substr(documents.text, located.start_char + 1, located.end_char - located.start_char) <> located.words
order by located.kind, located.row_id
