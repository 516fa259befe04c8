-- One row per row of evidence whose offsets do not give exactly its words.
select
    evidence.fact_table,
    evidence.fact_id,
    evidence.document_id,
    evidence.start_char,
    evidence.end_char,
    evidence.quote
from marts.evidence as evidence
left join marts.documents as documents on evidence.document_id = documents.document_id
where coalesce(substr(documents.text, evidence.start_char + 1, evidence.end_char - evidence.start_char), '') <> evidence.quote
order by evidence.fact_table, evidence.fact_id
