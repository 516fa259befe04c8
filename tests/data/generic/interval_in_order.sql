{# Rows whose first day lies after the last. #}
{% test interval_in_order(model, from_column, to_column) %}

select *
from {{ model }}
where {{ from_column }} > {{ to_column }}

{% endtest %}
