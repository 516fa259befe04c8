-- One row per event that rests on one independent text.
with

events as (
    select * from {{ source('marts', 'events') }}
),

reports as (
    select * from {{ source('marts', 'event_reports') }}
),

articles as (
    select * from {{ source('marts', 'articles') }}
),

sources as (
    select * from {{ source('marts', 'sources') }}
),

outlets as (
    select
        reports.event_id,
        string_agg(distinct sources.name, ', ' order by sources.name) as outlet_names
    from reports
    inner join articles on reports.article_id = articles.article_id
    inner join sources on articles.source_id = sources.source_id
    group by reports.event_id
)

select
    events.event_id,
    events.title,
    events.occurred_edtf,
    outlets.outlet_names,
    events.article_count
from events
left join outlets on events.event_id = outlets.event_id
where events.origin_count = 1
