select documents.name, times.text, times.time_kind, times.value, times.value_from, times.value_to
from marts.time_expressions as times
inner join marts.documents as documents on times.document_id = documents.document_id
order by documents.name, times.start_char
