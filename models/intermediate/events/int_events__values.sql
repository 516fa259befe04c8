-- One row per event report and number in its quote: two reports of one event often give the same one.
with reports as (

    select * from {{ ref('stg_event_reports') }}

),

figures as (

    select * from {{ ref('stg_figure_reports') }}

)

select
    reports.event_report_id,
    figures.value,
    figures.unit,
    figures.measure = 'age' as is_age,
    -- Small round counts are shared by chance.
    figures.value > 12 or figures.value <> floor(figures.value) as is_telling
from reports
inner join figures
    on
        reports.article_id = figures.article_id
        and reports.start_char <= figures.start_char
        and reports.end_char >= figures.end_char
where figures.value is not null
group by reports.event_report_id, figures.value, figures.unit, figures.measure
