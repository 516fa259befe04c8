-- One row per row of the tables with offsets: the place where its words are printed.
{{ config(materialized='view') }}

{{ spans_of('actor_mentions', 'actor_mention_id', 'text') }}
union all
{{ spans_of('event_reports', 'event_report_id', 'quote') }}
union all
{{ spans_of('figure_reports', 'figure_report_id', 'text') }}
union all
{{ spans_of('statements', 'statement_id', 'quote') }}
union all
{{ spans_of('time_expressions', 'time_expression_id', 'text') }}
union all
{{ spans_of('item_mentions', 'item_mention_id', 'text') }}
