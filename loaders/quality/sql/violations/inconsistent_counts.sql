-- One row per merged fact whose counts contradict one another or its reports.
with

facts as (
    select
        'events' as table_name, event_id as fact_id, report_count, article_count, source_count, origin_count
    from marts.events

    union all

    select
        'figures' as table_name, figure_id as fact_id, report_count, article_count, source_count, origin_count
    from marts.figures
),

reports as (
    select 'events' as table_name, event_id as fact_id, count(*) as counted
    from marts.event_reports
    group by event_id

    union all

    select 'figures' as table_name, figure_id as fact_id, count(*) as counted
    from marts.figure_reports
    group by figure_id
)

select
    facts.table_name,
    facts.fact_id,
    facts.report_count,
    reports.counted as counted_reports,
    facts.article_count,
    facts.source_count,
    facts.origin_count
from facts
left join reports on facts.table_name = reports.table_name and facts.fact_id = reports.fact_id
-- Counts look at main articles only, so they may be smaller than what is counted here, never larger.
where facts.report_count > coalesce(reports.counted, 0)
    or facts.article_count > facts.report_count
    or facts.source_count > facts.article_count
    or facts.origin_count > facts.report_count
    or (facts.article_count = 0) <> (facts.report_count = 0)
order by facts.table_name, facts.fact_id
