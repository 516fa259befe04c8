-- One row per pair of event reports of one kind and block in which they stand near each other.
{{ config(materialized='view') }}

-- One join each, so that DuckDB leaves out what cannot meet before it joins.
{%- set meetings = [
    'later.is_new',
    'not later.is_new and earlier.is_new',
    'earlier.place_before is not null and later.place_before > earlier.place_before + 20',
] %}

-- Of a crowded block a report meets the first twenty (reach 0), one of whom leads the others, and its neighbours: so the work
-- grows with the number of reports, whatever the burst. Its neighbours stand in its own stretch of twenty places or in the one
-- before: joined by stretches, a crowded block is never paired with itself as a whole.
with placed as (

    select
        *,
        case when place <= 20 then 0 else stretch end as reach
    from {{ ref('int_events__block_places') }}

),

looking as (

    select
        placed.*,
        0 as looks_at
    from placed
    union all
    select
        placed.*,
        stretch as looks_at
    from placed
    where stretch >= 1
    union all
    select
        placed.*,
        stretch - 1 as looks_at
    from placed
    where stretch >= 2

),

-- Two reports share a block on many days, but meet when one of them comes to it: those that stood there together three days
-- before meet again only where they were too far apart then.
met as (

    {% for meeting in meetings -%}
    select
        earlier.anchor_rank as earlier_rank,
        later.anchor_rank as later_rank,
        later.block_number
    from looking as later
    inner join placed as earlier
        on
            later.block_number = earlier.block_number
            and later.bucket = earlier.bucket
            and later.looks_at = earlier.reach
            and later.place > earlier.place
    where
        {{ meeting }}
        and (earlier.reach = 0 or later.place <= earlier.place + 20)
    {% if not loop.last -%}
    union all
    {% endif %}
    {%- endfor %}

)

select
    earlier_rank,
    later_rank,
    block_number
from met
group by earlier_rank, later_rank, block_number
