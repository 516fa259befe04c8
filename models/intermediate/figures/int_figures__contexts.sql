-- One row per figure report and actor or item that its sentence names: what tells two equal numbers apart
with

reports as (
    select * from {{ ref('int_figures__reports') }}
),

actor_mentions as (
    select * from {{ ref('stg_actor_mentions') }}
),

chains as (
    select * from {{ ref('int_actors__chains') }}
),

item_mentions as (
    select * from {{ ref('int_items__mentions') }}
),

named_actors as (
    select
        reports.figure_report_id,
        chains.actor_id as context_id
    from reports
    inner join actor_mentions
        on
            reports.article_id = actor_mentions.article_id
            and actor_mentions.start_char >= reports.quote_start_char
            and actor_mentions.end_char <= reports.quote_end_char
    inner join chains
        on actor_mentions.chain_id = chains.chain_id
    group by reports.figure_report_id, chains.actor_id
),

named_items as (
    select
        reports.figure_report_id,
        item_mentions.item_id as context_id,
        -- 'two fentanyl precursors', 'pills of fentanyl': not what the things are used for
        max(
            case
                when item_mentions.start_char < reports.end_char + 12 and item_mentions.end_char > reports.start_char then 1
                else 0
            end
        ) = 1 as is_counted
    from reports
    inner join item_mentions
        on
            reports.article_id = item_mentions.article_id
            and item_mentions.start_char >= reports.quote_start_char
            and item_mentions.end_char <= reports.quote_end_char
    group by reports.figure_report_id, item_mentions.item_id
)

select
    named_actors.figure_report_id,
    named_actors.context_id,
    'actor' as context_kind,
    false as is_counted
from named_actors

union all

select
    named_items.figure_report_id,
    named_items.context_id,
    'item' as context_kind,
    named_items.is_counted
from named_items
