-- One row per measure that figures may have.
with

measures as (
    select * from {{ ref('measure_list') }}
)

select
    measures.measure,
    replace(measures.measure, '-', ' ') as label,
    measures.measure_description as description
from measures
