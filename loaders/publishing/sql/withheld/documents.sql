-- One row per document, its text as far as it may be published.
select documents.* replace (coalesce(withheld_texts.text, documents.text) as text)
from working.marts.documents as documents
left join withheld_texts on documents.document_id = withheld_texts.document_id
