-- One row per tie between two facts or reports, of all rules.
with

ties as (
    select * from {{ ref('int_relations__copies') }}
    union all
    select * from {{ ref('int_relations__repeated_words') }}
    union all
    select * from {{ ref('int_relations__amounts') }}
    union all
    select * from {{ ref('int_relations__corrected_figures') }}
    union all
    select * from {{ ref('int_relations__magnitudes') }}
    union all
    select * from {{ ref('int_relations__ambiguous_units') }}
    union all
    select * from {{ ref('int_relations__measures') }}
    union all
    select * from {{ ref('int_relations__steps') }}
    union all
    select * from {{ ref('int_relations__days') }}
    union all
    select * from {{ ref('int_relations__versions') }}
),

-- Two rules may tie the same rows; the last by name gives the reason.
ranked as (
    select
        ties.*,
        row_number() over (
            partition by ties.relation_kind, ties.left_table, ties.left_id, ties.right_table, ties.right_id
            order by ties.rule desc, ties.reason
        ) as choice
    from ties
)

select
    {{ hash_id('rel', ['ranked.relation_kind', 'ranked.left_table', 'ranked.left_id', 'ranked.right_table', 'ranked.right_id']) }}
        as relation_id,
    ranked.relation_kind,
    ranked.left_table,
    ranked.left_id,
    ranked.right_table,
    ranked.right_id,
    ranked.reason,
    ranked.rule
from ranked
where ranked.choice = 1
