-- One row per event report, figure report and statement, with the text it goes back to.
with event_reports as (

    select event_report_id, article_id from {{ source('raw', 'read_event_reports') }}
    where reading_id in (select c.reading_id from {{ source('raw', 'current_readings') }} as c)

),

figure_reports as (

    select figure_report_id, article_id from {{ source('raw', 'read_figure_reports') }}
    where reading_id in (select c.reading_id from {{ source('raw', 'current_readings') }} as c)

),

statements as (

    select statement_id, article_id from {{ source('raw', 'read_statements') }}
    where reading_id in (select c.reading_id from {{ source('raw', 'current_readings') }} as c)

),

origins as (

    select * from {{ ref('int_origins__articles') }}

),

reports as (

    select 'event_reports' as report_table, event_report_id as report_id, article_id
    from event_reports

    union all

    select 'figure_reports' as report_table, figure_report_id as report_id, article_id
    from figure_reports

    union all

    select 'statements' as report_table, statement_id as report_id, article_id
    from statements

)

select
    reports.report_table,
    reports.report_id,
    origins.origin_id,
    cast(null as varchar) as attributed_source_id
from reports
inner join origins
    on reports.article_id = origins.article_id
