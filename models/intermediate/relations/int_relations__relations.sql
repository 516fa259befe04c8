-- One row per tie between two facts or reports, of all rules.
with

ties as (
    select * from {{ ref('int_relations__copies') }}
    union all
    select * from {{ ref('int_relations__amounts') }}
    union all
    select * from {{ ref('int_relations__magnitudes') }}
    union all
    select * from {{ ref('int_relations__ambiguous_units') }}
    union all
    select * from {{ ref('int_relations__measures') }}
    union all
    select * from {{ ref('int_relations__events') }}
)

select
    {{ hash_id('rel', ['ties.relation_kind', 'ties.left_table', 'ties.left_id', 'ties.right_table', 'ties.right_id']) }}
        as relation_id,
    ties.relation_kind,
    ties.left_table,
    ties.left_id,
    ties.right_table,
    ties.right_id,
    ties.reason,
    ties.rule
from ties
