{# Seeds on Spark, in place of dbt-spark's own way: it knows no quotation mark inside a text, and YAML's type names are DuckDB's. #}
{% macro spark__create_csv_table(model, agate_table) -%}
    {%- set types = model["config"].get("column_types", {}) -%}
    {%- set columns = [] -%}
    {%- for name in agate_table.column_names -%}
        {%- set type = dossier.column_type(types.get(name, adapter.convert_type(agate_table, loop.index0))) -%}
        {%- do columns.append(adapter.quote(name) ~ " " ~ type) -%}
    {%- endfor -%}
    {%- set sql = "create table " ~ this.render() ~ " (" ~ columns | join(", ") ~ ") using parquet" -%}
    {%- call statement("_") -%}{{ sql }}{%- endcall -%}
    {{ return(sql) }}
{%- endmacro %}

{% macro spark__load_csv_rows(model, agate_table) -%}
    {%- set types = model["config"].get("column_types", {}) -%}
    {%- set statements = [] -%}
    {%- for rows in agate_table.rows | batch(5000) -%}
        {%- set sql -%}
            insert into {{ this.render() }}
            select {% for name in agate_table.column_names -%}
                cast({{ adapter.quote(name) }} as {{ dossier.column_type(types.get(name, adapter.convert_type(agate_table, loop.index0))) }})
                {%- if not loop.last %}, {% endif -%}
            {%- endfor %}
            from values
            {% for row in rows -%}
                ({% for value in row -%}{{ dossier.text_literal(value) }}{%- if not loop.last %}, {% endif -%}{%- endfor %})
                {%- if not loop.last %}, {% endif -%}
            {%- endfor %}
            as given ({% for name in agate_table.column_names -%}{{ adapter.quote(name) }}{%- if not loop.last %}, {% endif -%}{%- endfor %})
        {%- endset -%}
        {%- do adapter.add_query(sql, abridge_sql_log=True) -%}
        {%- do statements.append(sql) -%}
    {%- endfor -%}
    {{ return(statements[0] if statements else "") }}
{%- endmacro %}
