-- One row per pair that a person has judged the same or different: of two verdicts on one pair the later one.
with

judgements as (
    select * from {{ ref('merge_judgements') }}
    where verdict in ('same', 'different')
),

mentions as (
    select * from {{ ref('stg_actor_mentions') }}
),

-- A judged mention stands for its chain: all mentions of one actor in its article.
resolved as (
    select
        judgements.table_name,
        coalesce(left_mentions.chain_id, judgements.left_id) as left_id,
        coalesce(right_mentions.chain_id, judgements.right_id) as right_id,
        judgements.verdict,
        judgements.judged_on
    from judgements
    left join mentions as left_mentions
        on case when judgements.table_name = 'actors' then judgements.left_id end = left_mentions.actor_mention_id
    left join mentions as right_mentions
        on case when judgements.table_name = 'actors' then judgements.right_id end = right_mentions.actor_mention_id
),

ranked as (
    select
        *,
        row_number() over (
            partition by table_name, least(left_id, right_id), greatest(left_id, right_id)
            order by judged_on desc, verdict
        ) as preference
    from resolved
    where left_id <> right_id
)

select
    table_name,
    left_id,
    right_id,
    verdict
from ranked
where preference = 1
