{# Rows whose offsets do not give exactly their words in the document's text, or give words with white space at an end. #}
{% test offsets_give_words(model, words, start_column="start_char", end_column="end_char") %}

select
    spans.document_id,
    spans.{{ start_column }},
    spans.{{ end_column }},
    spans.{{ words }} as words_in_row,
    substr(documents.text, spans.{{ start_column }} + 1, spans.{{ end_column }} - spans.{{ start_column }}) as words_in_text
from {{ model }} as spans
left join {{ ref("documents") }} as documents on spans.document_id = documents.document_id
where
    documents.document_id is null
    or spans.{{ start_column }} < 0
    or spans.{{ end_column }} <= spans.{{ start_column }}
    or spans.{{ words }} <> trim(spans.{{ words }})
    or substr(documents.text, spans.{{ start_column }} + 1, spans.{{ end_column }} - spans.{{ start_column }}) <> spans.{{ words }}

{% endtest %}
