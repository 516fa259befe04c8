-- One row per article, with the text it goes back to.
with

clusters as (
    select * from {{ ref('int_origins__clusters') }}
),

pairs as (
    select * from {{ ref('int_origins__pairs') }}
)

select
    clusters.node_id as article_id,
    pairs.earlier_article_id as copy_of_article_id,
    {{ hash_id('org', ['clusters.leader_id']) }} as origin_id,
    pairs.shared_shingle_count,
    pairs.containment
from clusters
left join pairs
    on
        clusters.node_id = pairs.article_id
        and clusters.leader_id = pairs.earlier_article_id
