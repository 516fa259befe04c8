-- One row per pair of event reports of one kind and block in which they stand near each other.
{{ config(materialized='view') }}

with blocks as (

    select * from {{ ref('int_events__blocks') }}

),

windows as (

    select * from {{ ref('int_events__windows') }}

),

ordered as (

    select
        windows.anchor_rank,
        windows.event_subtype,
        blocks.block_key,
        blocks.bucket,
        row_number() over (
            partition by windows.event_subtype, blocks.block_key, blocks.bucket order by windows.anchor_rank
        ) as place
    from blocks
    inner join windows on blocks.event_report_id = windows.event_report_id

),

-- With its place three days before, where it stood in the block then already.
placed as (

    select
        ordered.*,
        before.place as place_before,
        cast(floor(ordered.place / 20.0) as integer) as stretch
    from ordered
    left join ordered as before
        on
            ordered.anchor_rank = before.anchor_rank
            and ordered.block_key = before.block_key
            and ordered.bucket - 1 = before.bucket

),

-- Of a crowded block a report meets the first twenty, one of whom leads the others, and its neighbours: so the work grows
-- with the number of reports, whatever the burst. Its neighbours stand in its own stretch of twenty places or in the one
-- before: joined by stretches, a crowded block is never paired with itself as a whole.
steps as (

    select 0 as step_back
    union all
    select 1 as step_back

),

met as (

    select
        earlier.anchor_rank as earlier_rank,
        later.anchor_rank as later_rank,
        earlier.block_key as shared,
        earlier.place_before as earlier_place_before,
        later.place_before as later_place_before
    from placed as later
    inner join placed as earlier
        on
            later.event_subtype = earlier.event_subtype
            and later.block_key = earlier.block_key
            and later.bucket = earlier.bucket
            and later.place > earlier.place
    where earlier.place <= 20
    union all
    select
        earlier.anchor_rank as earlier_rank,
        later.anchor_rank as later_rank,
        earlier.block_key as shared,
        earlier.place_before as earlier_place_before,
        later.place_before as later_place_before
    from placed as later
    cross join steps
    inner join placed as earlier
        on
            later.event_subtype = earlier.event_subtype
            and later.block_key = earlier.block_key
            and later.bucket = earlier.bucket
            and later.stretch - steps.step_back = earlier.stretch
            and later.place > earlier.place
            and later.place <= earlier.place + 20
    where earlier.place > 20

)

-- Two reports that share a name share it on several days: those that met three days before are left out at once, for there
-- are many; of the few that parted and met again one is kept.
select
    earlier_rank,
    later_rank,
    shared
from met
where
    earlier_place_before is null
    or later_place_before is null
    or (earlier_place_before > 20 and later_place_before > earlier_place_before + 20)
group by earlier_rank, later_rank, shared
