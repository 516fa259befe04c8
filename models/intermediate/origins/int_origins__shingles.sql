-- One row per article and sampled word sequence, at its first place in the article.
with

fingerprints as (
    select * from {{ ref('stg_fingerprints') }}
),

first_places as (
    select
        article_id,
        shingle_hash,
        min(start_char) as start_char,
        min(end_char) as end_char
    from fingerprints
    group by article_id, shingle_hash
)

select
    article_id,
    shingle_hash,
    start_char,
    end_char,
    count(*) over (partition by shingle_hash) as article_count,
    count(*) over (partition by article_id) as sampled_count
from first_places
