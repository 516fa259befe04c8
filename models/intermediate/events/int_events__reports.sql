-- One row per event report, with its date resolved, its status judged against the publication date and the credited actor found.
with reports as (

    select * from {{ ref('stg_event_reports') }}

),

dates as (

    select * from {{ ref('int_events__report_dates') }}

),

publications as (

    select * from {{ ref('int_dates__articles') }}

),

chains as (

    select * from {{ ref('int_actors__chains') }}

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
    dates.occurred_edtf,
    dates.occurred_from,
    dates.occurred_to,
    reports.time_relation,
    -- 'The ban takes effect on 1 May' is told in the past or the present, but lies ahead of the day it is told.
    case
        when reports.status = 'occurred' and dates.occurred_from > publications.published_to then 'scheduled'
        else reports.status
    end as status,
    reports.place,
    reports.place_country_code,
    chains.actor_id as attributed_actor_id,
    reports.attributed_as_written,
    reports.statement_id,
    publications.published_from,
    publications.published_to,
    reports.reader,
    reports.reader_version,
    reports.rule
from reports
left join dates on reports.event_report_id = dates.event_report_id
left join publications on reports.article_id = publications.article_id
left join chains on reports.attributed_chain_id = chains.chain_id
