{# A text as a literal, NULL for none. A backslash is itself in DuckDB and begins an escape in Spark. #}
{% macro text_literal(value) -%}{{ return(adapter.dispatch("text_literal", "dossier")(value)) }}{%- endmacro %}
{% macro default__text_literal(value) -%}
    {%- if value is none -%}cast(null as {{ dbt.type_string() }}){%- else -%}'{{ value | string | replace("'", "''") }}'{%- endif -%}
{%- endmacro %}
{% macro spark__text_literal(value) -%}
    {%- if value is none -%}cast(null as string){%- else -%}'{{ value | string | replace("\\", "\\\\") | replace("'", "\\'") }}'{%- endif -%}
{%- endmacro %}
