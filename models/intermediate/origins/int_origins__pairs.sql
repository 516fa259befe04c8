-- One row per pair of articles that share wording, with why the later one is taken for a copy of the earlier or not.
with

shared_wording as (
    select * from {{ ref('int_origins__overlaps') }}
),

ranked as (
    select * from {{ ref('int_origins__ranked_articles') }}
),

-- Days between the two publication intervals: 0 where they touch, NULL where either is unknown.
features as (
    select
        shared_wording.*,
        later.anchor_rank,
        earlier.anchor_rank as earlier_anchor_rank,
        coalesce(later.source_id = earlier.source_id, false) as is_same_source,
        greatest(
            {{ days_between('coalesce(earlier.published_to, earlier.published_from)', 'later.published_from') }}, 0
        ) as days_apart
    from shared_wording
    inner join ranked as later
        on shared_wording.article_id = later.article_id
    inner join ranked as earlier
        on shared_wording.earlier_article_id = earlier.article_id
),

judged as (
    select
        *,
        case
            when is_same_bytes then 'taken: same bytes'
            when containment >= 0.6 and shared_shingle_count >= 3 then 'taken: same text'
            when shared_shingle_count < 4 then 'refused: too little in common'
            when coalesce(days_apart, 0) > 30 then 'refused: a formula, too far apart in time'
            when containment >= 0.2 then 'taken: near copy'
            -- A rewrite keeps less, but keeps it all over the text; one long quotation is no rewrite.
            when
                containment >= 0.06 and shared_shingle_count >= 5 and passage_count >= 3
                and not is_same_source and coalesce(days_apart, 0) <= 7
                then 'taken: rewrite'
            else 'refused: a shared quotation or phrase'
        end as reason
    from features
)

select
    article_id,
    earlier_article_id,
    anchor_rank,
    earlier_anchor_rank,
    shared_shingle_count,
    passage_count,
    containment,
    days_apart,
    is_same_source,
    reason,
    reason like 'taken%' as is_copy,
    -- Integer, so that no sum of floats decides which text is the better origin.
    cast(floor(containment * 1000) as integer) * 1000 + least(shared_shingle_count, 999) as score
from judged
