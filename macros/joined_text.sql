{# The distinct values of a text, in order and joined: an aggregate for labels that people read. #}
{% macro joined_text(expression, separator="; ") -%}
    {{ return(adapter.dispatch("joined_text", "dossier")(expression, separator)) }}
{%- endmacro %}

{% macro default__joined_text(expression, separator) -%}
    string_agg(distinct {{ expression }}, '{{ separator }}' order by {{ expression }})
{%- endmacro %}

{% macro spark__joined_text(expression, separator) -%}
    array_join(sort_array(collect_set({{ expression }})), '{{ separator }}')
{%- endmacro %}
