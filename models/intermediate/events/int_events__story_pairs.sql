-- One row per pair of event reports of one kind in two articles that may tell one story: told in other words, without a name, an event is known by its story.
with windows as (

    select * from {{ ref('int_events__windows') }}

),

kinds as (

    select * from {{ ref('int_events__kinds') }}

),

stories as (

    select * from {{ ref('int_events__stories') }}

),

story_sides as (

    select
        left_article_id as article_id,
        right_article_id as other_article_id
    from stories
    union all
    select
        right_article_id as article_id,
        left_article_id as other_article_id
    from stories

)

select
    earlier.event_report_id as earlier_report_id,
    later.event_report_id as later_report_id
from story_sides
inner join windows as earlier on story_sides.article_id = earlier.article_id
inner join windows as later
    on story_sides.other_article_id = later.article_id and earlier.anchor_rank < later.anchor_rank
inner join kinds as earlier_kinds on earlier.event_report_id = earlier_kinds.event_report_id
inner join kinds as later_kinds on later.event_report_id = later_kinds.event_report_id and earlier_kinds.kind = later_kinds.kind
group by earlier.event_report_id, later.event_report_id
