-- One row per figure report, with the figure it belongs to
with reports as (
    select * from {{ ref('int_figures__reports') }}
)

select
    reports.figure_report_id,
    {{ hash_id('fig', ["reports.figure_report_id"]) }} as figure_id
from reports
