-- One row per quantity in the world, merged over reports.
with

figures as (
    select * from {{ ref('int_figures__figures') }}
),

figure_reports as (
    select * from {{ ref('figure_reports') }}
),

articles as (
    select * from {{ ref('articles') }}
),

outlet_actors as (
    select * from {{ ref('int_origins__outlet_actors') }}
),

report_counts as (
    {{ fact_counts('figure_id', 'figure_reports') }}
)

select
    figures.figure_id,
    figures.measure,
    figures.subject,
    figures.subject_actor_id,
    figures.value,
    figures.value_max,
    figures.unit,
    figures.comparator,
    figures.period_edtf,
    figures.period_from,
    figures.period_to,
    figures.place_code,
    report_counts.report_count,
    report_counts.article_count,
    report_counts.source_count,
    report_counts.origin_count,
    report_counts.claimant_count,
    figures.is_disputed,
    figures.converted_from_figure_id,
    report_counts.first_published_on
from figures
inner join report_counts on figures.figure_id = report_counts.figure_id
