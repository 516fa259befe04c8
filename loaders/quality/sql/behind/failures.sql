-- One row per passage that a reader failed on.
select documents.uri, failures.reader, failures.error, failures.start_char, failures.end_char
from raw.reading_failures as failures
inner join raw.current_readings as current_readings on failures.reading_id = current_readings.reading_id
inner join raw.documents as documents on failures.document_id = documents.document_id
order by failures.reader, failures.error, documents.uri, failures.start_char
