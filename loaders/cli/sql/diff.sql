-- One row per fact that only one of two versions holds, or whose row changed between them.
with

held as (
    select
        fact_table,
        fact_id,
        bool_or($earlier between first_version and last_version) as is_in_earlier,
        bool_or($later between first_version and last_version) as is_in_later
    from fact_history
    group by fact_table, fact_id
),

between_versions as (
    select
        fact_table,
        fact_id,
        arg_max(reason, version) as reason
    from changes
    where version > $earlier and version <= $later
    group by fact_table, fact_id
)

select
    held.fact_table,
    case when held.is_in_earlier and held.is_in_later then 'changed' when held.is_in_later then 'added' else 'gone' end as change,
    held.fact_id,
    between_versions.reason
from held
inner join between_versions on held.fact_table = between_versions.fact_table and held.fact_id = between_versions.fact_id
where held.is_in_earlier or held.is_in_later
order by held.fact_table, change, held.fact_id
