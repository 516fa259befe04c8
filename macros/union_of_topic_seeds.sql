{# The rows of one kind of seed over all topic folders named by the variable `topics`: seeds/topics/TOPIC/TOPIC_KIND.csv,
   each with its topic. A new topic is a new folder and a new name in the variable. #}
{% macro union_of_topic_seeds(kind) %}
    {%- for topic in var("topics") %}
    {%- if not loop.first %}
    union all
    {%- endif %}
    select *, '{{ topic }}' as topic from {{ ref(topic ~ "_" ~ kind) }}
    {%- endfor %}
{% endmacro %}
