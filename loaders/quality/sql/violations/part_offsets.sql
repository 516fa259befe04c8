-- One row per part that lies outside its document's text, is empty, or begins before the part before it has ended.
with

parts as (
    select
        parts.article_part_id,
        parts.document_id,
        parts.start_char,
        parts.end_char,
        lag(parts.end_char) over (partition by parts.document_id order by parts.start_char, parts.end_char) as earlier_end
    from raw.read_parts as parts
    inner join raw.current_readings as current_readings on parts.reading_id = current_readings.reading_id
)

select
    parts.article_part_id,
    parts.document_id,
    parts.start_char,
    parts.end_char,
    parts.earlier_end,
    documents.char_count
from parts
inner join raw.documents as documents on parts.document_id = documents.document_id
where parts.start_char < 0
    or parts.end_char <= parts.start_char
    or parts.end_char > documents.char_count
    or parts.start_char < parts.earlier_end
order by parts.document_id, parts.start_char
