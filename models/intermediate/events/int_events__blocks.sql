-- One row per event report, actor and bucket of three days it may have happened in: only reports that share a row are compared.
with windows as (

    select * from {{ ref('int_events__windows') }}
    where window_from is not null

),

participants as (

    select * from {{ ref('int_events__report_participants') }}

),

steps as (

    select
        ones.digit + 10 * tens.digit + 100 * hundreds.digit as step
    from (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) as ones (digit)
    cross join (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) as tens (digit)
    cross join (values (0), (1)) as hundreds (digit)

),

bucketed as (

    select
        windows.event_report_id,
        windows.event_type,
        participants.actor_id,
        cast(floor({{ days_between("cast('1900-01-01' as date)", 'windows.window_from') }} / 3.0) as integer) as first_bucket,
        cast(floor({{ days_between("cast('1900-01-01' as date)", 'windows.window_to') }} / 3.0) as integer) as last_bucket
    from windows
    inner join participants on windows.event_report_id = participants.event_report_id

)

select
    bucketed.event_report_id,
    bucketed.event_type,
    bucketed.actor_id,
    bucketed.first_bucket + steps.step as bucket
from bucketed
inner join steps on bucketed.first_bucket + steps.step <= bucketed.last_bucket
group by bucketed.event_report_id, bucketed.event_type, bucketed.actor_id, bucketed.first_bucket + steps.step
