{# Values that the table they point to does not have. `columns` maps a column to table.column; NULL points nowhere and is
   allowed. One test a table instead of one a column: a build has dozens of keys and each test costs a round trip. #}
{% test foreign_keys(model, columns) %}

{% for column, target in columns.items() %}
{%- set target_table, target_column = target.split(".") %}
select
    '{{ column }}' as broken_key,
    children.{{ column }} as missing_id,
    count(*) as row_count
from {{ model }} as children
left join {{ ref(target_table) }} as parents on children.{{ column }} = parents.{{ target_column }}
where
    children.{{ column }} is not null
    and parents.{{ target_column }} is null
group by children.{{ column }}
{%- if not loop.last %}
union all
{%- endif %}
{% endfor %}

{% endtest %}
