-- One row per expectation of the last run of each gate.
with

last_runs as (
    select gate, arg_max(run_id, checked_at) as run_id
    from raw.expectation_results
    group by gate
)

select
    results.gate,
    results.expectation,
    results.table_name,
    results.observed,
    results.bound,
    results.passed,
    results.severity
from raw.expectation_results as results
inner join last_runs on results.gate = last_runs.gate and results.run_id = last_runs.run_id
order by results.gate, results.table_name, results.expectation
