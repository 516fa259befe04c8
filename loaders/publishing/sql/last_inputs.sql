-- One row: what the last publication was made from.
select documents_hash, reader_version, model_hash, judgements_hash
from raw.publications
order by version desc
limit 1
