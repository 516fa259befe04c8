-- One row per place where an actor is named, described or referred to.
with

mentions as (
    select * from {{ ref('stg_actor_mentions') }}
),

actor_chains as (
    select * from {{ ref('int_actors__chains') }}
),

readings as (
    select * from {{ ref('stg_readings') }}
),

rule_precisions as (
    select * from {{ ref('rule_precisions') }}
)

select
    mentions.actor_mention_id,
    actor_chains.actor_id,
    mentions.article_id,
    mentions.document_id,
    mentions.start_char,
    mentions.end_char,
    mentions.text,
    mentions.mention_kind,
    mentions.reader,
    readings.reader_version,
    mentions.rule,
    rule_precisions.rule_precision
from mentions
inner join actor_chains on mentions.chain_id = actor_chains.chain_id
inner join readings on mentions.document_id = readings.document_id
left join rule_precisions
    on
        mentions.reader = rule_precisions.reader
        and mentions.rule = rule_precisions.rule
