-- One row per event report and person it happened to: named in its clause, or the only one of whom its article tells the like.
with participants as (

    select * from {{ ref('int_events__report_participants') }}

),

actors as (

    select * from {{ ref('int_actors__actors') }}
    where actor_type = 'person'

),

windows as (

    select * from {{ ref('int_events__windows') }}

),

kinds as (

    select * from {{ ref('int_events__kinds') }}

),

reports as (

    select * from {{ ref('stg_event_reports') }}

),

named as (

    select
        participants.event_report_id,
        participants.actor_id
    from participants
    inner join actors on participants.actor_id = actors.actor_id
    where participants.participant_role in ('target', 'subject')
    group by participants.event_report_id, participants.actor_id

),

-- A headline's 'player arrested' is about the one person whose arrest its article tells.
alone_of_kind as (

    select
        windows.article_id,
        kinds.kind,
        min(named.actor_id) as actor_id
    from named
    inner join windows on named.event_report_id = windows.event_report_id
    inner join kinds on named.event_report_id = kinds.event_report_id
    group by windows.article_id, kinds.kind
    having count(distinct named.actor_id) = 1

),

possible as (

    select
        windows.event_report_id,
        alone_of_kind.actor_id
    from windows
    inner join kinds on windows.event_report_id = kinds.event_report_id
    inner join alone_of_kind on windows.article_id = alone_of_kind.article_id and kinds.kind = alone_of_kind.kind
    union all
    -- 'Arrested on suspicion of fraud': the fraud is that of the one arrested.
    select
        inner_report.event_report_id,
        named.actor_id
    from reports as inner_report
    inner join reports as outer_report
        on
            inner_report.article_id = outer_report.article_id
            and inner_report.start_char < outer_report.end_char
            and outer_report.start_char < inner_report.end_char
    inner join named on outer_report.event_report_id = named.event_report_id

),

implied as (

    select
        possible.event_report_id,
        min(possible.actor_id) as actor_id
    from possible
    left join named on possible.event_report_id = named.event_report_id
    where named.event_report_id is null
    group by possible.event_report_id
    having count(distinct possible.actor_id) = 1

)

select
    event_report_id,
    actor_id,
    false as is_implied
from named
union all
select
    event_report_id,
    actor_id,
    true as is_implied
from implied
