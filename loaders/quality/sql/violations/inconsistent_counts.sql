-- One row per fact with a count that its rows in the other tables do not bear out. Counts look at main articles only.
with

main_articles as (
    select article_id, source_id
    from marts.articles
    where is_main
),

mentions as (
    select 'events' as table_name, event_id as fact_id, article_id, origin_id from marts.event_reports
    union all
    select 'figures' as table_name, figure_id as fact_id, article_id, origin_id from marts.figure_reports
    union all
    select 'actors' as table_name, actor_id as fact_id, article_id, null as origin_id from marts.actor_mentions
),

counted as (
    select
        mentions.table_name,
        mentions.fact_id,
        count(*) as report_count,
        count(distinct main_articles.article_id) as article_count,
        count(distinct main_articles.source_id) as source_count,
        count(distinct mentions.origin_id) as origin_count
    from mentions
    inner join main_articles on mentions.article_id = main_articles.article_id
    group by mentions.table_name, mentions.fact_id
),

told as (
    select 'events' as table_name, event_id as fact_id, report_count, article_count, source_count, origin_count
    from marts.events

    union all

    select 'figures' as table_name, figure_id as fact_id, report_count, article_count, source_count, origin_count
    from marts.figures

    union all

    select 'actors' as table_name, actor_id as fact_id, mention_count as report_count, article_count, source_count, 0 as origin_count
    from marts.actors
),

spoken as (
    select statements.actor_id, count(*) as statement_count
    from marts.statements as statements
    inner join main_articles on statements.article_id = main_articles.article_id
    group by statements.actor_id
)

select
    told.table_name,
    told.fact_id,
    told.report_count,
    coalesce(counted.report_count, 0) as counted_reports,
    told.article_count,
    coalesce(counted.article_count, 0) as counted_articles,
    told.source_count,
    coalesce(counted.source_count, 0) as counted_sources,
    told.origin_count,
    coalesce(counted.origin_count, 0) as counted_origins
from told
left join counted on told.table_name = counted.table_name and told.fact_id = counted.fact_id
where told.report_count is distinct from coalesce(counted.report_count, 0)
    or told.article_count is distinct from coalesce(counted.article_count, 0)
    or told.source_count is distinct from coalesce(counted.source_count, 0)
    or told.origin_count is distinct from coalesce(counted.origin_count, 0)

union all

select
    'statements of actors' as table_name,
    actors.actor_id as fact_id,
    actors.statement_count as report_count,
    coalesce(spoken.statement_count, 0) as counted_reports,
    null as article_count,
    null as counted_articles,
    null as source_count,
    null as counted_sources,
    null as origin_count,
    null as counted_origins
from marts.actors as actors
left join spoken on actors.actor_id = spoken.actor_id
where actors.statement_count is distinct from coalesce(spoken.statement_count, 0)

order by table_name, fact_id
