-- One row per document in force, in a fixed order.
select document_id
from raw.current_documents
order by document_id
