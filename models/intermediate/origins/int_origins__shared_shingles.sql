-- One row per pair of articles and sampled word sequence that both have, with its place in either.
with

shingles as (
    select * from {{ ref('int_origins__shingles') }}
    -- What stands in more than fifty articles is a formula or a footer of its outlet, no trace of a copy.
    where article_count between 2 and 50
),

ranked as (
    select * from {{ ref('int_origins__ranked_articles') }}
),

placed as (
    select
        shingles.article_id,
        shingles.shingle_hash,
        shingles.start_char,
        shingles.end_char,
        shingles.sampled_count,
        ranked.anchor_rank
    from shingles
    inner join ranked
        on shingles.article_id = ranked.article_id
)

select
    later.article_id,
    earlier.article_id as earlier_article_id,
    later.anchor_rank,
    earlier.anchor_rank as earlier_anchor_rank,
    later.shingle_hash,
    later.start_char,
    later.end_char,
    earlier.start_char as earlier_start_char,
    earlier.end_char as earlier_end_char,
    later.sampled_count,
    earlier.sampled_count as earlier_sampled_count
from placed as later
inner join placed as earlier
    on
        later.shingle_hash = earlier.shingle_hash
        and earlier.anchor_rank < later.anchor_rank
