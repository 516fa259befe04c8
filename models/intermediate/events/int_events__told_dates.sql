-- One row per event report without a time of its own that is dated by the statement it stands in.
with reports as (

    select * from {{ ref('stg_event_reports') }}

),

publications as (

    select * from {{ ref('int_dates__articles') }}

),

statements as (

    select * from {{ ref('int_statements__statements') }}

),

-- Who accuses or demands does so in saying it.
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

)

-- What somebody told long ago had happened by then.
select
    reports.event_report_id,
    case when speech_acts.event_report_id is not null then statements.said_edtf else concat_ws('', '../', statements.said_edtf) end as told_edtf,
    case when speech_acts.event_report_id is not null then statements.said_from end as told_from,
    statements.said_to as told_to
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
