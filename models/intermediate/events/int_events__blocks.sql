-- One row per event report, block (side, place, name or number) and bucket of three days it may have happened in: only reports that share one are compared.
with windows as (

    select * from {{ ref('int_events__windows') }}

),

sides as (

    select * from {{ ref('int_events__sides') }}

),

numbers as (

    select * from {{ ref('int_events__values') }}
    where is_telling

),

names as (

    select * from {{ ref('int_events__terms') }}
    where is_name

),

steps as (

    {{ numbers_to(199) }}

),

-- Where nobody is named (earthquakes, accidents) the place, a name or a number has to do.
keyed as (

    select
        windows.event_report_id,
        windows.event_type,
        windows.window_from,
        windows.window_to,
        sides.side_key as block_key
    from windows
    inner join sides on windows.event_report_id = sides.event_report_id
    union all
    select
        windows.event_report_id,
        windows.event_type,
        windows.window_from,
        windows.window_to,
        windows.place as block_key
    from windows
    where windows.place is not null
    union all
    select
        windows.event_report_id,
        windows.event_type,
        windows.window_from,
        windows.window_to,
        concat_ws('', 'name ', names.term) as block_key
    from windows
    inner join names on windows.event_report_id = names.event_report_id
    union all
    select
        windows.event_report_id,
        windows.event_type,
        windows.window_from,
        windows.window_to,
        concat_ws('', 'number ', cast(numbers.value as {{ dbt.type_string() }})) as block_key
    from windows
    inner join numbers on windows.event_report_id = numbers.event_report_id

),

-- What has no date at all, or hangs on an uncertain day of publication, is also compared with its like.
undated as (

    select
        keyed.event_report_id,
        keyed.event_type,
        keyed.block_key,
        -1 as bucket
    from keyed
    inner join windows on keyed.event_report_id = windows.event_report_id
    where
        (windows.window_from is null or windows.published_from is null or windows.published_from < windows.published_to)
        and length(keyed.block_key) > 3  -- a country is too wide a block without dates
    group by keyed.event_report_id, keyed.event_type, keyed.block_key

),

bucketed as (

    select
        keyed.event_report_id,
        keyed.event_type,
        keyed.block_key,
        cast(floor({{ days_between("cast('1900-01-01' as date)", 'keyed.window_from') }} / 3.0) as integer) as first_bucket,
        cast(floor({{ days_between("cast('1900-01-01' as date)", 'keyed.window_to') }} / 3.0) as integer) as last_bucket
    from keyed
    where keyed.window_from is not null

)

select
    undated.event_report_id,
    undated.event_type,
    undated.block_key,
    undated.bucket
from undated
union all
select
    bucketed.event_report_id,
    bucketed.event_type,
    bucketed.block_key,
    bucketed.first_bucket + steps.number as bucket
from bucketed
inner join steps on bucketed.first_bucket + steps.number <= bucketed.last_bucket
group by bucketed.event_report_id, bucketed.event_type, bucketed.block_key, bucketed.first_bucket + steps.number
