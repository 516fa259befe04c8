{# The rows of a published table with offsets, in the columns of the view `evidence`. #}
{% macro spans_of(table_name, id_column, words) -%}
    select
        '{{ table_name }}' as fact_table,
        {{ id_column }} as fact_id,
        document_id,
        article_id,
        start_char,
        end_char,
        {{ words }} as quote
    from {{ ref(table_name) }}
{%- endmacro %}
