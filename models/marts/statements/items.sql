-- One row per good, substance, technology or instrument that the reference data know.
with

items as (
    select * from {{ ref('int_items__items') }}
),

mentions as (
    select * from {{ ref('item_mentions') }}
),

articles as (
    select * from {{ ref('articles') }}
),

mention_counts as (
    select
        mentions.item_id,
        count(case when articles.is_main then mentions.item_mention_id end) as mention_count,
        min(articles.published_from) as first_published_on
    from mentions
    inner join articles on mentions.article_id = articles.article_id
    group by mentions.item_id
)

select
    items.item_id,
    items.item_key,
    items.name,
    items.item_class,
    items.topic,
    cast(coalesce(mention_counts.mention_count, 0) as integer) as mention_count,
    mention_counts.first_published_on
from items
left join mention_counts on items.item_id = mention_counts.item_id
