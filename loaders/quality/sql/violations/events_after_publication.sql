-- One row per event that is said to have occurred more than a week after the last report of it was published.
with

last_reports as (
    select
        reports.event_id,
        max(articles.published_to) as last_published_on,
        count(*) filter (where articles.published_to is null) as undated_count
    from marts.event_reports as reports
    inner join marts.articles as articles on reports.article_id = articles.article_id
    group by reports.event_id
)

select
    events.event_id,
    events.event_type,
    events.occurred_edtf,
    events.status,
    last_reports.last_published_on,
    events.title
from marts.events as events
inner join last_reports on events.event_id = last_reports.event_id
where events.status = 'occurred'
    and last_reports.undated_count = 0
    and events.occurred_from > last_reports.last_published_on + interval 7 day
order by events.event_id
