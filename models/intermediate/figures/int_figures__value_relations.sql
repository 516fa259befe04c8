-- One row per candidate pair of figure reports, with how the two values lie to each other
with

features as (
    select * from {{ ref('int_figures__features') }}
)

select
    features.earlier_id,
    features.later_id,
    case
        when features.is_vague then 'vague'
        else {{ value_relation(
            'features.value_ratio', 'features.is_zero', 'features.has_same_unit', 'features.unit_family', 'features.earlier_comparator',
            'features.later_comparator', 'features.digit_count',
            "case when features.found_by = 'same-total' then 'competing' else 'different' end"
        ) }}
    end as value_relation
from features
