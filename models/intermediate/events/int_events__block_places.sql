-- One row per event report, block and bucket of three days, with the place at which it stands there.
{{ config(materialized='view') }}

with blocks as (

    select * from {{ ref('int_events__blocks') }}

),

steps as (

    {{ numbers_to(199) }}

),

ordered as (

    select
        blocks.anchor_rank,
        blocks.block_number,
        blocks.first_bucket + steps.number as bucket,
        steps.number = 0 as is_new,
        row_number() over (
            partition by blocks.block_number, blocks.first_bucket + steps.number order by blocks.anchor_rank
        ) as place
    from blocks
    inner join steps on blocks.first_bucket + steps.number <= blocks.last_bucket

)

select
    ordered.anchor_rank,
    ordered.block_number,
    ordered.bucket,
    ordered.is_new,
    ordered.place,
    before.place as place_before,
    cast(floor(ordered.place / 20.0) as integer) as stretch
from ordered
-- Where it stood in a crowded block three days before.
left join ordered as before
    on
        ordered.anchor_rank = before.anchor_rank
        and ordered.block_number = before.block_number
        and ordered.bucket - 1 = before.bucket
        and before.place > 20
