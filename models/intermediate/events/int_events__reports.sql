-- One row per event report, with its date resolved, its status judged against the publication date and the credited actor found.
with reports as (

    select * from {{ ref('stg_event_reports') }}

),

times as (

    select * from {{ ref('int_dates__time_expressions') }}

),

publications as (

    select * from {{ ref('int_dates__articles') }}

),

chains as (

    select * from {{ ref('int_actors__chains') }}

),

-- 'by May' and 'since May' leave one end open; everything else happened inside the expression.
dated as (

    select
        reports.*,
        publications.published_from,
        publications.published_to,
        case
            when reports.time_relation in ('before', 'until') then concat('../', times.value)
            when reports.time_relation in ('since', 'after') then concat(times.value, '/..')
            else times.value
        end as open_edtf,
        case when reports.time_relation in ('before', 'until') then null else times.value_from end as occurred_from,
        case when reports.time_relation in ('since', 'after') then null else times.value_to end as occurred_to,
        times.value
    from reports
    left join times
        on
            reports.time_expression_id = times.time_expression_id
            and times.value not like 'P%'  -- a length of time dates nothing
    left join publications on reports.article_id = publications.article_id

)

select
    dated.event_report_id,
    dated.article_id,
    dated.document_id,
    dated.start_char,
    dated.end_char,
    dated.quote,
    dated.trigger_text,
    dated.trigger_start_char,
    dated.trigger_end_char,
    dated.event_type,
    dated.event_subtype,
    -- An interval cannot be left open a second time.
    case when dated.value like '%/%' then dated.value else dated.open_edtf end as occurred_edtf,
    dated.occurred_from,
    dated.occurred_to,
    dated.time_relation,
    -- 'The ban takes effect on 1 May' is told in the past or the present, but lies ahead of the day it is told.
    case
        when dated.status = 'occurred' and dated.occurred_from > dated.published_to then 'scheduled'
        else dated.status
    end as status,
    dated.place,
    dated.place_country_code,
    chains.actor_id as attributed_actor_id,
    dated.attributed_as_written,
    dated.statement_id,
    dated.published_from,
    dated.published_to,
    dated.reader,
    dated.reader_version,
    dated.rule
from dated
left join chains on dated.attributed_chain_id = chains.chain_id
