-- One row per pair of articles that may tell one story: near in time, with many telling words in common.
with terms as (

    select * from {{ ref('int_events__story_terms') }}

),

publications as (

    select * from {{ ref('int_dates__articles') }}

),

sizes as (

    select
        article_id,
        sum(weight) as weight
    from terms
    group by article_id

),

shared as (

    select
        one.article_id as left_article_id,
        other.article_id as right_article_id,
        sum(least(one.weight, other.weight)) as weight
    from terms as one
    inner join terms as other on one.term = other.term and one.article_id < other.article_id
    group by one.article_id, other.article_id
    having count(*) >= 4

),

-- The share of words in common, in percent of the geometric mean of both articles' words.
compared as (

    select
        shared.left_article_id,
        shared.right_article_id,
        left_published.published_from as left_published_from,
        right_published.published_from as right_published_from,
        -- A story is told within days; what comes later follows it up.
        left_published.published_from is null
        or right_published.published_from is null
        or (
            left_published.published_from <= {{ add_days('right_published.published_to', 5) }}
            and right_published.published_from <= {{ add_days('left_published.published_to', 5) }}
        ) as is_near,
        cast(floor(100 * shared.weight / sqrt(left_sizes.weight * right_sizes.weight)) as integer) as likeness
    from shared
    inner join sizes as left_sizes on shared.left_article_id = left_sizes.article_id
    inner join sizes as right_sizes on shared.right_article_id = right_sizes.article_id
    inner join publications as left_published on shared.left_article_id = left_published.article_id
    inner join publications as right_published on shared.right_article_id = right_published.article_id

),

both_ways as (

    select
        left_article_id as article_id,
        right_article_id as other_article_id,
        right_published_from as other_published_from,
        is_near,
        likeness
    from compared
    union all
    select
        right_article_id as article_id,
        left_article_id as other_article_id,
        left_published_from as other_published_from,
        is_near,
        likeness
    from compared

),

-- Of many articles that surely tell one story the first published come first: all of the others then share them.
ranked as (

    select
        article_id,
        other_article_id,
        is_near,
        likeness,
        row_number() over (
            partition by article_id, is_near
            order by least(likeness, 36) desc, other_published_from nulls last, likeness desc, other_article_id
        ) as likeness_rank
    from both_ways
    where likeness >= 12

)

select
    least(article_id, other_article_id) as left_article_id,
    greatest(article_id, other_article_id) as right_article_id,
    is_near,
    max(likeness) as likeness
from ranked
where likeness_rank <= case when is_near then 20 else 10 end
group by least(article_id, other_article_id), greatest(article_id, other_article_id), is_near
