-- One row per pair of event reports worth comparing: of one kind, and in a common block, one article or one story.
with windows as (

    select * from {{ ref('int_events__windows') }}

),

blocks as (

    select * from {{ ref('int_events__blocks') }}

),

in_one_story as (

    select * from {{ ref('int_events__story_pairs') }}

),

judgements as (

    select * from {{ ref('int_judgements__pairs') }}
    where table_name = 'events'

),

in_one_block as (

    select
        earlier.event_report_id as earlier_report_id,
        later.event_report_id as later_report_id
    from blocks as earlier_blocks
    inner join blocks as later_blocks
        on
            earlier_blocks.event_type = later_blocks.event_type
            and earlier_blocks.block_key = later_blocks.block_key
            and earlier_blocks.bucket = later_blocks.bucket
    inner join windows as earlier on earlier_blocks.event_report_id = earlier.event_report_id
    inner join windows as later on later_blocks.event_report_id = later.event_report_id
    where
        earlier.anchor_rank < later.anchor_rank
        and earlier.event_subtype = later.event_subtype

),

in_one_article as (

    select
        earlier.event_report_id as earlier_report_id,
        later.event_report_id as later_report_id
    from windows as earlier
    inner join windows as later
        on
            earlier.article_id = later.article_id
            and earlier.event_type = later.event_type
            and earlier.event_subtype = later.event_subtype
            and earlier.anchor_rank < later.anchor_rank

),

judged as (

    select
        earlier.event_report_id as earlier_report_id,
        later.event_report_id as later_report_id
    from judgements
    inner join windows as earlier
        on earlier.event_report_id in (judgements.left_id, judgements.right_id)
    inner join windows as later
        on later.event_report_id in (judgements.left_id, judgements.right_id)
    where earlier.anchor_rank < later.anchor_rank

),

found as (

    select * from in_one_block
    union all
    select * from in_one_article
    union all
    select * from in_one_story
    union all
    select * from judged

)

select
    earlier_report_id,
    later_report_id
from found
group by earlier_report_id, later_report_id
