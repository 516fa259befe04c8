-- One row per figure report whose amount is withdrawn, by its own outlet or by the one whose text it copies, and report of the right one
with

corrections as (
    select * from {{ ref('int_figures__corrections') }}
),

reports as (
    select * from {{ ref('int_figures__reports') }}
),

articles as (
    select * from {{ ref('int_origins__articles') }}
),

origins as (
    select * from {{ ref('int_origins__reports') }}
    where report_table = 'figure_reports'
),

-- the same amount in a text that copies the corrected one: it never had another source
copied as (
    select
        copies.figure_report_id as wrong_report_id,
        corrections.right_report_id
    from corrections
    inner join reports as wrong_reports
        on corrections.wrong_report_id = wrong_reports.figure_report_id
    inner join articles as copying
        on wrong_reports.article_id = copying.copy_of_article_id
    inner join reports as copies
        on
            copying.article_id = copies.article_id
            and wrong_reports.measure = copies.measure
            and wrong_reports.unit = copies.unit
            and wrong_reports.value = copies.value
    inner join origins
        on
            copies.figure_report_id = origins.report_id
            and copying.origin_id = origins.origin_id
),

every_one as (
    select
        corrections.wrong_report_id,
        corrections.right_report_id
    from corrections
    union all
    select
        copied.wrong_report_id,
        copied.right_report_id
    from copied
)

select
    every_one.wrong_report_id,
    every_one.right_report_id
from every_one
where every_one.wrong_report_id <> every_one.right_report_id
group by every_one.wrong_report_id, every_one.right_report_id
