{# A query of the whole numbers from 0 to `last`, in the column `number`: what a sequence function would give on either engine. #}
{% macro numbers_to(last) -%}
    {%- for number in range(last + 1) -%}
        {%- if not loop.first %} union all {% endif -%}
        select {{ number }} as number
    {%- endfor -%}
{%- endmacro %}
