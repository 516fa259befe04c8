-- One row per quantity as printed, with its period and actors resolved
with reports as (
    select * from {{ ref('stg_figure_reports') }}
)

select
    reports.figure_report_id,
    reports.document_id,
    reports.article_id,
    reports.start_char,
    reports.end_char,
    reports.text,
    reports.quote_start_char,
    reports.quote_end_char,
    reports.quote,
    reports.value,
    reports.value_max,
    reports.unit,
    reports.comparator,
    reports.measure,
    reports.subject,
    cast(null as varchar) as subject_actor_id,
    reports.place_code,
    cast(null as varchar) as period_edtf,
    cast(null as date) as period_from,
    cast(null as date) as period_to,
    cast(null as varchar) as attributed_actor_id,
    reports.converted_from_report_id,
    reports.rule
from reports
