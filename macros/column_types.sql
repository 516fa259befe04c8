{# A column's type as this engine spells it, for a type as the YAML files of this project write it (DuckDB's names). #}
{% macro column_type(data_type) -%}{{ return(adapter.dispatch("column_type", "dossier")(data_type)) }}{%- endmacro %}
{% macro default__column_type(data_type) -%}{{ return(data_type) }}{%- endmacro %}
{% macro spark__column_type(data_type) -%}
    {{ return({"varchar": "string", "integer": "int", "blob": "binary"}.get(data_type, data_type)) }}
{%- endmacro %}

{# dbt's cast, by which it compares a contract's types with a model's: the types of a contract are written as above. #}
{% macro spark__cast(field, type) -%}cast({{ field }} as {{ dossier.column_type(type) }}){%- endmacro %}
