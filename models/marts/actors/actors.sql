-- One row per person, body or country.
with

actors as (
    select * from {{ ref('int_actors__actors') }}
),

mentions as (
    select * from {{ ref('actor_mentions') }}
),

articles as (
    select * from {{ ref('articles') }}
),

statements as (
    select * from {{ ref('statements') }}
),

events as (
    select * from {{ ref('events') }}
),

event_participants as (
    select * from {{ ref('event_participants') }}
),

mention_counts as (
    select
        mentions.actor_id,
        count(case when articles.is_main then mentions.actor_mention_id end) as mention_count,
        count(distinct case when articles.is_main then articles.article_id end) as article_count,
        count(distinct case when articles.is_main then articles.source_id end) as source_count,
        min(articles.published_from) as first_published_on,
        max(articles.published_to) as last_published_on
    from mentions
    inner join articles on mentions.article_id = articles.article_id
    group by mentions.actor_id
),

event_counts as (
    select
        event_participants.actor_id,
        count(distinct events.event_id) as event_count
    from event_participants
    inner join events on event_participants.event_id = events.event_id
    where events.report_count > 0
    group by event_participants.actor_id
),

statement_counts as (
    select
        statements.actor_id,
        count(*) as statement_count
    from statements
    inner join articles on statements.article_id = articles.article_id
    where articles.is_main
    group by statements.actor_id
)

select
    actors.actor_id,
    actors.name,
    actors.actor_type,
    actors.country_code,
    actors.is_registered,
    cast(coalesce(mention_counts.mention_count, 0) as integer) as mention_count,
    cast(coalesce(mention_counts.article_count, 0) as integer) as article_count,
    cast(coalesce(mention_counts.source_count, 0) as integer) as source_count,
    cast(coalesce(event_counts.event_count, 0) as integer) as event_count,
    cast(coalesce(statement_counts.statement_count, 0) as integer) as statement_count,
    mention_counts.first_published_on,
    mention_counts.last_published_on
from actors
left join mention_counts on actors.actor_id = mention_counts.actor_id
left join event_counts on actors.actor_id = event_counts.actor_id
left join statement_counts on actors.actor_id = statement_counts.actor_id
