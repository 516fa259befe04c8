-- One row per event report without a date whose article dates one event of its kind in the news, with the days of that one.
with reports as (

    select * from {{ ref('int_events__features') }}

),

kinds as (

    select * from {{ ref('int_events__kinds') }}

),

news as (

    select
        reports.article_id,
        kinds.kind,
        min(reports.window_from) as day_from,
        max(reports.window_to) as day_to
    from reports
    inner join kinds on reports.event_report_id = kinds.event_report_id
    where reports.is_news
    group by reports.article_id, kinds.kind
    having count(distinct reports.occurred_edtf) = 1

)

select
    reports.event_report_id,
    min(news.day_from) as day_from,
    max(news.day_to) as day_to
from reports
inner join kinds on reports.event_report_id = kinds.event_report_id
inner join news on reports.article_id = news.article_id and kinds.kind = news.kind
where reports.precision_rank = 6 and not reports.is_back_reference
group by reports.event_report_id
