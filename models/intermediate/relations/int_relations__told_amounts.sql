-- One row per event, article that tells it and figure that stands in the passage.
with

event_reports as (
    select * from {{ ref('int_events__reports') }}
),

event_members as (
    select * from {{ ref('int_events__members') }}
),

figure_reports as (
    select * from {{ ref('int_relations__figure_reports') }}
    where
        value is not null
        and measure not in ('count', 'other', 'age', 'people', 'duration')
)

select
    event_members.event_id,
    event_reports.article_id,
    event_reports.event_subtype,
    figure_reports.figure_id,
    min(figure_reports.text) as amount_text,
    max(case when figure_reports.scale = 'percent' then 1 else 0 end) = 1 as is_rate
from event_reports
inner join event_members on event_reports.event_report_id = event_members.event_report_id
inner join figure_reports
    on
        event_reports.document_id = figure_reports.document_id
        and event_reports.start_char <= figure_reports.start_char
        and event_reports.end_char >= figure_reports.end_char
group by event_members.event_id, event_reports.article_id, event_reports.event_subtype, figure_reports.figure_id
