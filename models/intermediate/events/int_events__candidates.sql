-- One row per pair of event reports worth comparing: of one kind, and in a common block, one article or one story; at most twenty for a report.
with windows as (

    select * from {{ ref('int_events__windows') }}

),

articles as (

    select
        anchor_rank,
        article_id,
        event_subtype,
        row_number() over (partition by article_id, event_subtype order by anchor_rank) as place
    from windows

),

judgements as (

    select * from {{ ref('int_judgements__pairs') }}
    where table_name = 'events'

),

in_one_block as (

    select
        earlier_rank,
        later_rank,
        block_number
    from {{ ref('int_events__block_pairs') }}

),

in_one_article as (

    select
        earlier.anchor_rank as earlier_rank,
        later.anchor_rank as later_rank,
        0 as block_number
    from articles as earlier
    inner join articles as later
        on
            earlier.article_id = later.article_id
            and earlier.event_subtype = later.event_subtype
            and earlier.place < later.place
    where earlier.place <= 20 or earlier.place >= later.place - 20

),

in_one_story as (

    select
        earlier.anchor_rank as earlier_rank,
        later.anchor_rank as later_rank,
        0 as block_number
    from {{ ref('int_events__story_pairs') }} as story_pairs
    inner join windows as earlier on story_pairs.earlier_report_id = earlier.event_report_id
    inner join windows as later on story_pairs.later_report_id = later.event_report_id

),

-- Block 0 is the common article or story.
found as (

    select * from in_one_block
    union all
    select * from in_one_article
    union all
    select * from in_one_story

),

-- Those that share most come first; of equals the first told, for it is the likeliest to lead.
ranked as (

    select
        earlier_rank,
        later_rank,
        row_number() over (
            partition by later_rank
            order by max(case when block_number = 0 then 1 else 0 end) desc, count(*) desc, earlier_rank
        ) as preference
    from found
    group by earlier_rank, later_rank

),

judged as (

    select
        earlier.anchor_rank as earlier_rank,
        later.anchor_rank as later_rank
    from judgements
    inner join windows as earlier
        on earlier.event_report_id in (judgements.left_id, judgements.right_id)
    inner join windows as later
        on later.event_report_id in (judgements.left_id, judgements.right_id)
    where earlier.anchor_rank < later.anchor_rank

),

chosen as (

    select
        earlier_rank,
        later_rank
    from ranked
    where preference <= 20
    union
    select
        earlier_rank,
        later_rank
    from judged

)

select
    earlier.event_report_id as earlier_report_id,
    later.event_report_id as later_report_id,
    chosen.earlier_rank,
    chosen.later_rank
from chosen
inner join windows as earlier on chosen.earlier_rank = earlier.anchor_rank
inner join windows as later on chosen.later_rank = later.anchor_rank
