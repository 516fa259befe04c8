{#
Materializations `table` and `view` on DuckDB: in one transaction the old relation is dropped and the new one made under its name.

dbt-duckdb's own make it under another name, rename the old one, rename the new one and drop the old one: safe in engines whose
statements are transactions of their own, but here, where a transaction holds all of them, it only costs three statements more a
model, and dbt more time for those than DuckDB for a small model. A build that fails or is killed leaves the old relation.
Not kept, for nothing here uses them: grants, partitions, indexes, Python models, settings of DuckLake.
#}
{% materialization table, adapter='duckdb', supported_languages=['sql'] %}
    {%- set target_relation = this.incorporate(type='table') -%}
    {{ run_hooks(pre_hooks) }}
    {% call statement('main') -%}
        {{ dossier.drop_what_stands(load_cached_relation(this)) }}
        {{ get_create_table_as_sql(False, target_relation, sql) }}
    {%- endcall %}
    {{ run_hooks(post_hooks) }}
    {%- do persist_docs(target_relation, model) -%}
    {%- do adapter.commit() -%}
    {{ return({'relations': [target_relation]}) }}
{% endmaterialization %}

{% materialization view, adapter='duckdb', supported_languages=['sql'] %}
    {%- set target_relation = this.incorporate(type='view') -%}
    {{ run_hooks(pre_hooks) }}
    {% call statement('main') -%}
        {{ dossier.drop_what_stands(load_cached_relation(this)) }}
        {{ get_create_view_as_sql(target_relation, sql) }}
    {%- endcall %}
    {{ run_hooks(post_hooks) }}
    {%- do persist_docs(target_relation, model) -%}
    {%- do adapter.commit() -%}
    {{ return({'relations': [target_relation]}) }}
{% endmaterialization %}

{# The statement that drops a relation of dbt's cache; nothing where there is none. #}
{% macro drop_what_stands(existing_relation) -%}
    {%- if existing_relation is not none -%}
    drop {{ existing_relation.type }} if exists {{ existing_relation }};
    {%- endif -%}
{%- endmacro %}
