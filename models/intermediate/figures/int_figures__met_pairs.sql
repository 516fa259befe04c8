-- One row per two figure reports that meet: near each other in a block, in one article or in one story
with

blocks as (
    select
        *,
        cast(floor(place / 20.0) as integer) as stretch
    from {{ ref('int_figures__blocks') }}
),

stories as (
    select * from {{ ref('int_events__stories') }}
    where is_near
),

keys as (
    select * from {{ ref('int_figures__keys') }}
),

-- 0 is the own stretch of twenty places, 1 the one before
steps as (
    select 0 as step_back
    union all
    select 1 as step_back
),

-- Of a crowded block a report meets the first twenty, one of whom leads the others, and its neighbours: so the work grows
-- with the number of reports, not with its square
in_one_block as (
    select
        earlier.anchor_rank as earlier_rank,
        later.anchor_rank as later_rank,
        case when later.block_key like 'item %' then 1 else 0 end as is_of_same_goods
    from blocks as later
    inner join blocks as earlier
        on
            later.measure = earlier.measure
            and later.value_key = earlier.value_key
            and later.block_key = earlier.block_key
            and later.place > earlier.place
    where
        later.is_own_step
        and earlier.place <= 20
    union all
    select
        earlier.anchor_rank as earlier_rank,
        later.anchor_rank as later_rank,
        case when later.block_key like 'item %' then 1 else 0 end as is_of_same_goods
    from blocks as later
    cross join steps
    inner join blocks as earlier
        on
            later.measure = earlier.measure
            and later.value_key = earlier.value_key
            and later.block_key = earlier.block_key
            and later.stretch - steps.step_back = earlier.stretch
            and later.place > earlier.place
            and later.place <= earlier.place + 20
    where
        later.is_own_step
        and earlier.place > 20
),

told_together as (
    select
        stories.left_article_id as article_id,
        stories.right_article_id as other_article_id
    from stories
    union all
    select
        stories.right_article_id as article_id,
        stories.left_article_id as other_article_id
    from stories
    union all
    select
        keys.article_id,
        keys.article_id as other_article_id
    from keys
    group by keys.article_id
),

in_one_story as (
    select
        earlier.anchor_rank as earlier_rank,
        later.anchor_rank as later_rank
    from told_together
    inner join keys as later
        on told_together.article_id = later.article_id
    inner join keys as earlier
        on
            told_together.other_article_id = earlier.article_id
            and later.measure = earlier.measure
            and later.anchor_rank > earlier.anchor_rank
            and (later.vague_kind = earlier.vague_kind or later.unit_family = earlier.unit_family)
),

met as (
    select
        in_one_block.earlier_rank,
        in_one_block.later_rank,
        in_one_block.is_of_same_goods,
        0 as is_told_together
    from in_one_block
    union all
    select
        in_one_story.earlier_rank,
        in_one_story.later_rank,
        0 as is_of_same_goods,
        1 as is_told_together
    from in_one_story
)

select
    met.earlier_rank,
    met.later_rank,
    max(met.is_of_same_goods) = 1 as is_of_same_goods,
    max(met.is_told_together) = 1 as is_told_together
from met
group by met.earlier_rank, met.later_rank
