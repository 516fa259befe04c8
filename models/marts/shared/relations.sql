-- One row per tie between two facts or reports that a careful reader would want to know.
with

relations as (
    select * from {{ ref('int_relations__relations') }}
)

select
    relations.relation_id,
    relations.relation_kind,
    relations.left_table,
    relations.left_id,
    relations.right_table,
    relations.right_id,
    relations.reason,
    relations.rule
from relations
