-- One row per figure report whose amount a notice of its own outlet withdraws, and report there of the right one
with

withdrawn as (
    select * from {{ ref('stg_withdrawn_figures') }}
    where value is not null
),

reports as (
    select * from {{ ref('int_figures__reports') }}
),

articles as (
    select * from {{ ref('int_articles__articles') }}
    where source_id is not null
),

-- what the correcting article gives instead: of the same measure and unit, where it gives one amount only
instead as (
    select
        withdrawn.article_id,
        withdrawn.measure,
        withdrawn.unit,
        withdrawn.value as withdrawn_value,
        reports.figure_report_id,
        reports.published_from,
        min(reports.value) over (
            partition by withdrawn.article_id, withdrawn.measure, withdrawn.unit, withdrawn.value
        ) as lowest,
        max(reports.value) over (
            partition by withdrawn.article_id, withdrawn.measure, withdrawn.unit, withdrawn.value
        ) as highest
    from withdrawn
    inner join reports
        on
            withdrawn.article_id = reports.article_id
            and withdrawn.measure = reports.measure
            and withdrawn.unit = reports.unit
            and withdrawn.value <> reports.value
)

select
    wrong_reports.figure_report_id as wrong_report_id,
    instead.figure_report_id as right_report_id
from instead
inner join articles as correcting
    on instead.article_id = correcting.article_id
inner join articles as corrected
    on
        correcting.source_id = corrected.source_id
        and correcting.article_id <> corrected.article_id
inner join reports as wrong_reports
    on
        corrected.article_id = wrong_reports.article_id
        and instead.measure = wrong_reports.measure
        and instead.unit = wrong_reports.unit
        and instead.withdrawn_value = wrong_reports.value
where
    instead.lowest = instead.highest
    -- a notice comes soon; the same number years before is another matter
    and coalesce({{ days_between('wrong_reports.published_from', 'instead.published_from') }}, 0) between 0 and 60
group by wrong_reports.figure_report_id, instead.figure_report_id
