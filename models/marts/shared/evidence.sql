-- One row per row of the tables with offsets: the place where its words are printed.
{{ config(materialized='view') }}

with

document_pages as (
    select * from {{ ref('document_pages') }}
),

spans as (
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
)

select
    spans.fact_table,
    spans.fact_id,
    spans.document_id,
    spans.article_id,
    spans.start_char,
    spans.end_char,
    spans.quote,
    document_pages.page_number
from spans
left join document_pages
    on
        spans.document_id = document_pages.document_id
        and spans.start_char >= document_pages.start_char
        and spans.start_char < document_pages.end_char
