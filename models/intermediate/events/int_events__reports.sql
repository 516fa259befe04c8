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

statements as (

    select * from {{ ref('int_statements__statements') }}

),

speech_acts as (

    select participants.event_report_id
    from {{ ref('stg_event_participants') }} as participants
    inner join reports
        on
            participants.event_report_id = reports.event_report_id
            and participants.chain_id = reports.attributed_chain_id
    where
        participants.participant_role = 'agent'
        and reports.event_type in ('accuse', 'demand', 'threaten', 'reject')
    group by participants.event_report_id

),

-- Who accuses or demands does so in saying it; what somebody told long ago had happened by then.
told as (

    select
        reports.event_report_id,
        case
            when speech_acts.event_report_id is not null then statements.said_edtf
            when statements.said_edtf not like '%/%' then concat('../', statements.said_edtf)
        end as edtf,
        case when speech_acts.event_report_id is not null then statements.said_from end as day_from,
        statements.said_to as day_to
    from reports
    inner join statements on reports.statement_id = statements.statement_id
    inner join publications on reports.article_id = publications.article_id
    left join speech_acts on reports.event_report_id = speech_acts.event_report_id
    where
        reports.time_expression_id is null
        and reports.status = 'occurred'
        and statements.said_edtf not like '%/%'
        and (
            speech_acts.event_report_id is not null
            or statements.said_to < {{ add_days('publications.published_from', -31) }}
        )

),

-- 'by May' and 'since May' leave one end open; everything else happened inside the expression.
dated as (

    select
        reports.*,
        publications.published_from,
        publications.published_to,
        case
            when times.value is null then null
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
            and times.value not like 'P%' and times.value not like 'T%'  -- a length of time or a clock time dates nothing
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
    case
        when told.event_report_id is not null then told.edtf
        when dated.value like '%/%' then dated.value
        else dated.open_edtf
    end as occurred_edtf,
    coalesce(dated.occurred_from, told.day_from) as occurred_from,
    coalesce(dated.occurred_to, told.day_to) as occurred_to,
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
left join told on dated.event_report_id = told.event_report_id
left join chains on dated.attributed_chain_id = chains.chain_id
