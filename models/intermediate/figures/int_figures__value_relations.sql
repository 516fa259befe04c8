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
        when features.is_zero or abs(features.value_ratio - 1) < 0.001 then 'equal'
        when not features.has_same_unit and features.unit_family = 'money' and abs(features.value_ratio - 1) < 0.07 then 'converted'
        when not features.has_same_unit and abs(features.value_ratio - 1) < 0.02 then 'converted'
        when features.has_same_unit and features.unit_family <> 'percent'
            then
                case
                    -- 'over 1,300' and 1,312; 'nearly 450,000' and 449,300; 'about 50' and 52
                    when features.earlier_comparator = 'gt' and features.value_ratio between 1 and 1.04 then 'rounded'
                    when features.later_comparator = 'gt' and features.value_ratio between 0.96 and 1 then 'rounded'
                    when features.earlier_comparator = 'lt' and features.value_ratio between 0.96 and 1 then 'rounded'
                    when features.later_comparator = 'lt' and features.value_ratio between 1 and 1.04 then 'rounded'
                    when
                        (features.earlier_comparator = 'about' or features.later_comparator = 'about')
                        and abs(features.value_ratio - 1) < 0.04
                        then 'rounded'
                    when abs(features.value_ratio - 1) < 0.01 and features.digit_count <= 2 then 'rounded'
                    when features.found_by = 'same-total' then 'competing'
                    else 'different'
                end
        when features.found_by = 'same-total' then 'competing'
        else 'different'
    end as value_relation
from features
