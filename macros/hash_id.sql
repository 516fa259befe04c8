{# An id: three letters and 20 hex digits of a SHA-256 over the expressions, told apart by U+001F, NULL marked by U+0000's stand-in '\N'. #}
{% macro hash_id(prefix, expressions) -%}
    {{ return(adapter.dispatch("hash_id", "dossier")(prefix, expressions)) }}
{%- endmacro %}

{% macro default__hash_id(prefix, expressions) -%}
    concat('{{ prefix }}', substr(sha256({{ dossier.id_source(expressions) }}), 1, 20))
{%- endmacro %}

{% macro spark__hash_id(prefix, expressions) -%}
    concat('{{ prefix }}', substr(sha2({{ dossier.id_source(expressions) }}, 256), 1, 20))
{%- endmacro %}

{% macro id_source(expressions) -%}
    concat(
        {%- for expression in expressions -%}
            {%- if not loop.first %}, '|', {% endif -%}
            coalesce(cast({{ expression }} as {{ dbt.type_string() }}), {{ dossier.text_literal("\\N") }})
        {%- endfor -%}
    )
{%- endmacro %}
