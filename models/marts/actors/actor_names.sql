-- One row per actor and form of its name in print.
with

mentions as (
    select * from {{ ref('actor_mentions') }}
    where mention_kind = 'name'
),

main_articles as (
    select * from {{ ref('articles') }}
    where is_main
)

select
    mentions.actor_id,
    mentions.text as name_as_written,
    cast(count(main_articles.article_id) as integer) as mention_count
from mentions
left join main_articles on mentions.article_id = main_articles.article_id
group by mentions.actor_id, mentions.text
