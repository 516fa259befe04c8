-- Documents of the marts whose columns are not those that were landed, and current documents that are not there.
{%- set columns = [
    'name', 'uri', 'sha256', 'media_type', 'byte_count', 'char_count', 'text', 'language', 'licence', 'version_number',
    'text_reader', 'text_reader_version', 'landed_at', 'load_id',
] %}
select coalesce(landed.document_id, documents.document_id) as document_id
from {{ ref('stg_documents') }} as landed
full outer join {{ ref('documents') }} as documents on landed.document_id = documents.document_id
where
    landed.document_id is distinct from documents.document_id
    {%- for column in columns %}
    or landed.{{ column }} is distinct from documents.{{ column }}
    {%- endfor %}
