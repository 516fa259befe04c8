{# A printed outlet name or domain in the form it is compared in: lower case, without 'the ' and 'www.' before it. #}
{% macro source_name_key(expression) -%}
    case
        when lower(trim({{ expression }})) like 'www.%' then substr(lower(trim({{ expression }})), 5)
        when lower(trim({{ expression }})) like 'the %' then substr(lower(trim({{ expression }})), 5)
        else lower(trim({{ expression }}))
    end
{%- endmacro %}
