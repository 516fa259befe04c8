-- One row per expectation of the last run of a gate.
select results.table_name, results.expectation, results.observed, results.passed
from raw.expectation_results as results
where results.gate = $gate
    and results.run_id = (
        select arg_max(runs.run_id, runs.checked_at)
        from raw.expectation_results as runs
        where runs.gate = $gate
    )
