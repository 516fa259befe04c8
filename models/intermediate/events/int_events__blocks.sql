-- One row per event report, block (side, place, name or number) and stretch of days that it may have happened on: only reports that share a block and a day are compared.
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

-- Where nobody is named (earthquakes, accidents) the place, a name or a number has to do.
keyed as (

    select
        windows.anchor_rank,
        windows.event_subtype,
        windows.published_from,
        windows.published_to,
        windows.window_from,
        windows.window_to,
        sides.side_key as block_key
    from windows
    inner join sides on windows.event_report_id = sides.event_report_id
    union all
    select
        windows.anchor_rank,
        windows.event_subtype,
        windows.published_from,
        windows.published_to,
        windows.window_from,
        windows.window_to,
        windows.place as block_key
    from windows
    where windows.place is not null
    union all
    select
        windows.anchor_rank,
        windows.event_subtype,
        windows.published_from,
        windows.published_to,
        windows.window_from,
        windows.window_to,
        concat_ws('', 'name ', names.term) as block_key
    from windows
    inner join names on windows.event_report_id = names.event_report_id
    union all
    select
        windows.anchor_rank,
        windows.event_subtype,
        windows.published_from,
        windows.published_to,
        windows.window_from,
        windows.window_to,
        concat_ws('', 'number ', cast(numbers.value as {{ dbt.type_string() }})) as block_key
    from windows
    inner join numbers on windows.event_report_id = numbers.event_report_id

),

bucketed as (

    select
        anchor_rank,
        event_subtype,
        block_key,
        cast(floor({{ days_between("cast('1900-01-01' as date)", 'window_from') }} / 3.0) as integer) as first_bucket,
        cast(floor({{ days_between("cast('1900-01-01' as date)", 'window_to') }} / 3.0) as integer) as last_bucket,
        window_from is null or published_from is null or published_from < published_to as is_undated
    from keyed
    group by anchor_rank, event_subtype, block_key, published_from, published_to, window_from, window_to

),

-- What has no date at all, or hangs on an uncertain day of publication, is also compared with its like.
stretches as (

    select
        anchor_rank,
        event_subtype,
        block_key,
        first_bucket,
        last_bucket
    from bucketed
    where first_bucket is not null
    union all
    select
        anchor_rank,
        event_subtype,
        block_key,
        -1 as first_bucket,
        -1 as last_bucket
    from bucketed
    where
        is_undated
        and length(block_key) > 3  -- a country is too wide a block without dates

),

numbered as (

    select
        event_subtype,
        block_key,
        row_number() over (order by event_subtype, block_key) as block_number
    from stretches
    group by event_subtype, block_key

)

select
    stretches.anchor_rank,
    numbered.block_number,
    stretches.event_subtype,
    stretches.block_key,
    stretches.first_bucket,
    stretches.last_bucket
from stretches
inner join numbered on stretches.event_subtype = numbered.event_subtype and stretches.block_key = numbered.block_key
