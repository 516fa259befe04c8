-- Reports, mentions and statements that were read and are not in the marts, or that are there and were not read.
{%- set tables = [
    ('stg_actor_mentions', 'actor_mentions', 'actor_mention_id'),
    ('stg_event_reports', 'event_reports', 'event_report_id'),
    ('stg_figure_reports', 'figure_reports', 'figure_report_id'),
    ('stg_statements', 'statements', 'statement_id'),
    ('stg_time_expressions', 'time_expressions', 'time_expression_id'),
    ('stg_item_mentions', 'item_mentions', 'item_mention_id'),
    ('stg_articles', 'articles', 'article_id'),
    ('stg_parts', 'article_parts', 'article_part_id'),
] %}
{% for read_table, table, id_column in tables %}
select
    '{{ table }}' as fact_table,
    read_rows.{{ id_column }} as read_id,
    judged_rows.{{ id_column }} as judged_id
from {{ ref(read_table) }} as read_rows
full outer join {{ ref(table) }} as judged_rows on read_rows.{{ id_column }} = judged_rows.{{ id_column }}
where
    read_rows.{{ id_column }} is null
    or judged_rows.{{ id_column }} is null
{%- if not loop.last %}
union all
{%- endif %}
{% endfor %}
