-- One row per two articles with figures that may be the same, with what the articles have in common
with

article_pairs as (
    select * from {{ ref('int_figures__compared_articles') }}
),

chains as (
    select * from {{ ref('int_actors__chains') }}
),

publications as (
    select * from {{ ref('int_dates__articles') }}
),

stories as (
    select * from {{ ref('int_events__stories') }}
    where is_near
),

article_actors as (
    select
        chains.article_id,
        chains.actor_id
    from chains
    group by chains.article_id, chains.actor_id
),

shared_actors as (
    select
        article_pairs.earlier_article_id,
        article_pairs.later_article_id,
        count(*) as shared_actor_count
    from article_pairs
    inner join article_actors as earlier_actors
        on article_pairs.earlier_article_id = earlier_actors.article_id
    inner join article_actors as later_actors
        on
            article_pairs.later_article_id = later_actors.article_id
            and earlier_actors.actor_id = later_actors.actor_id
    group by article_pairs.earlier_article_id, article_pairs.later_article_id
),

-- a publication may be known as an interval only: the days between two lie between the least and the most
intervals as (
    select
        article_pairs.earlier_article_id,
        article_pairs.later_article_id,
        {{ days_between('earlier.published_from', 'later.published_to') }} as days_to_later,
        {{ days_between('later.published_from', 'earlier.published_to') }} as days_to_earlier
    from article_pairs
    inner join publications as earlier
        on article_pairs.earlier_article_id = earlier.article_id
    inner join publications as later
        on article_pairs.later_article_id = later.article_id
)

select
    intervals.earlier_article_id,
    intervals.later_article_id,
    coalesce(shared_actors.shared_actor_count, 0) as shared_actor_count,
    stories.likeness is not null as is_same_story,
    case
        when intervals.days_to_later < 0 then -intervals.days_to_later
        when intervals.days_to_earlier < 0 then -intervals.days_to_earlier
        when intervals.days_to_later is not null and intervals.days_to_earlier is not null then 0
    end as least_days_apart,
    case
        when intervals.days_to_later >= intervals.days_to_earlier then intervals.days_to_later
        when intervals.days_to_later < intervals.days_to_earlier then intervals.days_to_earlier
    end as most_days_apart
from intervals
left join shared_actors
    on
        intervals.earlier_article_id = shared_actors.earlier_article_id
        and intervals.later_article_id = shared_actors.later_article_id
left join stories
    on
        least(intervals.earlier_article_id, intervals.later_article_id) = stories.left_article_id
        and greatest(intervals.earlier_article_id, intervals.later_article_id) = stories.right_article_id
