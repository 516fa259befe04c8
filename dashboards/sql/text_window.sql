-- One row: characters of a document's text.
select substr(text, $start_char + 1, $end_char - $start_char) as window_text
from marts.documents
where document_id = $document_id
