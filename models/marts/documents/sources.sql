-- One row per outlet or body that publishes or is credited.
with

sources as (
    select * from {{ ref('int_articles__sources') }}
),

source_actors as (
    select * from {{ ref('int_origins__source_actors') }}
),

actors as (
    select * from {{ ref('int_actors__actors') }}
),

all_articles as (
    select * from {{ ref('articles') }}
),

main_articles as (
    select * from all_articles
    where is_main
),

source_names as (
    select * from {{ ref('source_names') }}
),

event_reports as (
    select * from {{ ref('event_reports') }}
),

figure_reports as (
    select * from {{ ref('figure_reports') }}
),

statements as (
    select * from {{ ref('statements') }}
),

-- The register knows many more outlets than the documents name.
named as (
    select source_id from all_articles
    union
    select upstream_source_id as source_id from all_articles
    union
    select attributed_source_id as source_id from event_reports
    union
    select attributed_source_id as source_id from figure_reports
    union
    select source_id from source_names
),

article_facts as (
    select
        event_reports.article_id,
        event_reports.event_id,
        cast(null as string) as figure_id,
        cast(null as string) as statement_id
    from event_reports
    union all
    select
        figure_reports.article_id,
        cast(null as string) as event_id,
        figure_reports.figure_id,
        cast(null as string) as statement_id
    from figure_reports
    union all
    select
        statements.article_id,
        cast(null as string) as event_id,
        cast(null as string) as figure_id,
        statements.statement_id
    from statements
),

article_counts as (
    select
        main_articles.source_id,
        count(*) as article_count,
        count(distinct main_articles.origin_id) as origin_count,
        min(main_articles.published_from) as first_published_on,
        max(main_articles.published_to) as last_published_on
    from main_articles
    group by main_articles.source_id
),

fact_counts as (
    select
        main_articles.source_id,
        count(distinct article_facts.event_id) as event_count,
        count(distinct article_facts.figure_id) as figure_count,
        count(distinct article_facts.statement_id) as statement_count
    from main_articles
    inner join article_facts on main_articles.article_id = article_facts.article_id
    group by main_articles.source_id
)

select
    sources.source_id,
    sources.name,
    sources.source_kind,
    sources.country_code,
    sources.domain,
    actors.actor_id,
    sources.is_registered,
    cast(coalesce(article_counts.article_count, 0) as integer) as article_count,
    cast(coalesce(article_counts.origin_count, 0) as integer) as origin_count,
    cast(coalesce(fact_counts.event_count, 0) as integer) as event_count,
    cast(coalesce(fact_counts.figure_count, 0) as integer) as figure_count,
    cast(coalesce(fact_counts.statement_count, 0) as integer) as statement_count,
    article_counts.first_published_on,
    article_counts.last_published_on
from sources
inner join named on sources.source_id = named.source_id
left join source_actors on sources.source_id = source_actors.source_id
-- A body that no article mentions is a source but no actor yet.
left join actors on source_actors.actor_id = actors.actor_id
left join article_counts on sources.source_id = article_counts.source_id
left join fact_counts on sources.source_id = fact_counts.source_id
