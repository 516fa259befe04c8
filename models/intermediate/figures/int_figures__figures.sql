-- One row per quantity in the world
with reports as (
    select * from {{ ref('int_figures__reports') }}
),

members as (
    select * from {{ ref('int_figures__members') }}
)

select
    members.figure_id,
    reports.measure,
    reports.subject,
    reports.subject_actor_id,
    reports.value,
    reports.value_max,
    reports.unit,
    reports.comparator,
    reports.period_edtf,
    reports.period_from,
    reports.period_to,
    reports.place_code,
    false as is_disputed,
    cast(null as varchar) as converted_from_figure_id
from members
inner join reports
    on members.figure_report_id = reports.figure_report_id
