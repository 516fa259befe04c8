-- One row per expectation and run of a gate.
with

expectation_results as (
    select * from {{ source('raw', 'expectation_results') }}
)

select
    expectation_results.run_id,
    expectation_results.gate,
    expectation_results.expectation,
    expectation_results.table_name,
    expectation_results.observed,
    expectation_results.bound,
    expectation_results.passed,
    expectation_results.severity,
    expectation_results.reason,
    expectation_results.checked_at
from expectation_results
