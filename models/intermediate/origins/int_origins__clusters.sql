-- One row per article, with the article it follows: the earliest compatible text it shares wording with.
{{ config(materialized='leader_clusters', merge_passes=0) }}
with

ranked as (
    select * from {{ ref('int_origins__ranked_articles') }}
),

pairs as (
    select * from {{ ref('int_origins__pairs') }}
    where is_copy
)

select
    ranked.article_id as node_id,
    ranked.anchor_rank as node_rank,
    cast(null as string) as earlier_node_id,
    cast(null as integer) as score
from ranked

union all

select
    pairs.article_id as node_id,
    pairs.anchor_rank as node_rank,
    pairs.earlier_article_id as earlier_node_id,
    pairs.score
from pairs
