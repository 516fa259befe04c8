-- One row per place where an item is named.
with

mentions as (
    select * from {{ ref('stg_item_mentions') }}
),

item_mentions as (
    select * from {{ ref('int_items__mentions') }}
),

readings as (
    select * from {{ ref('stg_readings') }}
),

rule_precisions as (
    select * from {{ ref('rule_precisions') }}
)

select
    mentions.item_mention_id,
    item_mentions.item_id,
    mentions.article_id,
    mentions.document_id,
    mentions.start_char,
    mentions.end_char,
    mentions.text,
    mentions.reader,
    readings.reader_version,
    mentions.rule,
    rule_precisions.rule_precision
from mentions
inner join item_mentions on mentions.item_mention_id = item_mentions.item_mention_id
inner join readings on mentions.document_id = readings.document_id
left join rule_precisions
    on
        mentions.reader = rule_precisions.reader
        and mentions.rule = rule_precisions.rule
