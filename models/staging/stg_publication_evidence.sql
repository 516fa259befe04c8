-- One row per passage that bounds the publication date of its article by way of a dated fact.
select
    publication_evidence_id,
    document_id,
    article_id,
    evidence_kind,
    dated_fact_key,
    time_expression_id,
    start_char,
    end_char,
    text,
    reader,
    rule
from {{ source('raw', 'read_publication_evidence') }}
where reading_id in (select current_readings.reading_id from {{ source('raw', 'current_readings') }} as current_readings)
