{# Creates the raw tables empty where they are missing, from their declaration in models/staging/_raw__sources.yml,
   so that a build works before anything is landed. The loaders create the same tables from the same file. #}
{% macro create_raw_tables() %}
    {% if execute %}
        {% do run_query("create schema if not exists raw") %}
        {% for source in graph.sources.values() | sort(attribute="name") if source.source_name == "raw" %}
            {% if not source.meta.get("view") %}
                {% set columns = [] %}
                {% for column in source.columns.values() %}
                    {% do columns.append(column.name ~ " " ~ column_type(column.data_type)) %}
                {% endfor %}
                {% do run_query("create table if not exists raw." ~ source.name ~ " (" ~ columns | join(", ") ~ ")") %}
            {% endif %}
        {% endfor %}
        {% for source in graph.sources.values() | sort(attribute="name") if source.source_name == "raw" %}
            {% if source.meta.get("view") %}
                {% do run_query("create or replace view raw." ~ source.name ~ " as " ~ source.meta["view"]) %}
            {% endif %}
        {% endfor %}
    {% endif %}
{% endmacro %}
