{# Spans that begin before an earlier span of the same group has ended. #}
{% test no_overlap(model, partition_by, start_column, end_column) %}

with

spans as (
    select
        {{ partition_by }},
        {{ start_column }},
        {{ end_column }},
        lag({{ end_column }}) over (partition by {{ partition_by }} order by {{ start_column }}, {{ end_column }}) as earlier_end
    from {{ model }}
)

select *
from spans
where
    {{ start_column }} < earlier_end
    or {{ end_column }} <= {{ start_column }}

{% endtest %}
