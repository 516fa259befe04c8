-- One row per pair of articles that share wording, or are the same bytes, with how much of it and in how many passages.
with

shared_shingles as (
    select * from {{ ref('int_origins__shared_shingles') }}
),

ranked as (
    select * from {{ ref('int_origins__ranked_articles') }}
),

-- A passage begins where the shared wording before it ended more than a hundred characters ago.
neighbours as (
    select
        *,
        lag(end_char) over (partition by article_id, earlier_article_id order by start_char, end_char) as end_char_before
    from shared_shingles
),

near as (
    select
        article_id,
        earlier_article_id,
        count(*) as shared_shingle_count,
        sum(case when end_char_before is null or start_char > end_char_before + 100 then 1 else 0 end) as passage_count,
        least(max(sampled_count), max(earlier_sampled_count)) as smaller_count
    from neighbours
    group by article_id, earlier_article_id
    having count(*) >= 3
),

-- Texts too short for samples to meet are still found when their bytes are the same.
same_bytes as (
    select
        later.article_id,
        earlier.article_id as earlier_article_id
    from ranked as later
    inner join ranked as earlier
        on
            later.document_sha256 = earlier.document_sha256
            and later.article_number = earlier.article_number
            and earlier.anchor_rank < later.anchor_rank
),

pairs as (
    select article_id, earlier_article_id from near
    union
    select article_id, earlier_article_id from same_bytes
)

select
    pairs.article_id,
    pairs.earlier_article_id,
    same_bytes.article_id is not null as is_same_bytes,
    cast(coalesce(near.shared_shingle_count, 0) as integer) as shared_shingle_count,
    cast(coalesce(near.passage_count, 0) as integer) as passage_count,
    case
        when same_bytes.article_id is not null then 1.0
        else near.shared_shingle_count * 1.0 / near.smaller_count
    end as containment
from pairs
left join near
    on
        pairs.article_id = near.article_id
        and pairs.earlier_article_id = near.earlier_article_id
left join same_bytes
    on
        pairs.article_id = same_bytes.article_id
        and pairs.earlier_article_id = same_bytes.earlier_article_id
