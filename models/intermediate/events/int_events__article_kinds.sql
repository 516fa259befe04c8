-- One row per article and kind of event it tells, with whether it tells of one such event only, as far as days, persons and doers show.
with windows as (

    select * from {{ ref('int_events__windows') }}

),

kinds as (

    select * from {{ ref('int_events__kinds') }}

),

persons as (

    select * from {{ ref('int_events__persons') }}

),

-- A ministry and its government are one doer.
doers as (

    select
        participants.event_report_id,
        coalesce(actors.country_code, actors.actor_id) as doer
    from {{ ref('int_events__report_participants') }} as participants
    inner join {{ ref('int_actors__actors') }} as actors on participants.actor_id = actors.actor_id
    where participants.participant_role = 'agent'

)

select
    windows.article_id,
    kinds.kind,
    count(distinct windows.event_report_id) as report_count,
    count(distinct case when windows.precision_rank <= 5 then windows.occurred_edtf end) <= 1
    and count(distinct persons.actor_id) <= 1
    and count(distinct doers.doer) <= 1
    and count(distinct windows.event_report_id) <= 3 as is_alone
from windows
inner join kinds on windows.event_report_id = kinds.event_report_id
left join persons on windows.event_report_id = persons.event_report_id
left join doers on windows.event_report_id = doers.event_report_id
group by windows.article_id, kinds.kind
