-- One row per candidate pair of figure reports, with its score and the reason it was taken or refused
with

features as (
    select * from {{ ref('int_figures__features') }}
),

judgements as (
    select * from {{ ref('int_judgements__pairs') }}
    where table_name = 'figures'
),

corrections as (
    select * from {{ ref('int_figures__corrections') }}
),

compared as (
    select
        features.*,
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
),

weighed as (
    select
        compared.*,
        case compared.value_relation when 'equal' then 2 else 1 end
        -- a telling value: 1,312 more than 450,000, that more than 20
        + case when compared.digit_count = 3 then 3 when compared.digit_count = 2 then 1 else 0 end
        + case when compared.is_specific then 1 else -1 end
        + case when compared.is_same_article then 2 else 0 end
        + case when compared.has_common_period then 1 else 0 end
        + case when compared.has_same_place then 1 else 0 end
        + case when compared.has_same_subject_actor or compared.has_same_subject then 1 else 0 end
        + case when compared.shared_context_count > 0 then 1 else 0 end
        + case when compared.shared_item_count > 0 then 1 else 0 end
        + case when compared.shared_actor_count >= 3 then 1 else 0 end
        + case when compared.days_apart <= 45 and not compared.is_same_article then 1 else 0 end
        -- a round value in another article needs more than the measure to be the same quantity
        + case
            when
                compared.digit_count <= 1
                and not compared.is_same_article
                and compared.shared_item_count = 0
                and not coalesce(compared.has_same_subject, false)
                and not coalesce(compared.has_common_period, false)
                and coalesce(compared.days_apart, 999) > 7
                then -2
            else 0
        end as score
    from compared
)

select
    weighed.earlier_id,
    weighed.later_id,
    weighed.earlier_rank,
    weighed.later_rank,
    weighed.found_by,
    weighed.value_relation,
    weighed.value_ratio,
    weighed.digit_count,
    weighed.is_specific,
    weighed.is_same_article,
    weighed.has_same_unit,
    weighed.has_same_place,
    weighed.has_same_subject_actor,
    weighed.has_same_subject,
    weighed.has_common_period,
    weighed.days_apart,
    weighed.shared_context_count,
    weighed.shared_item_count,
    weighed.has_other_items,
    weighed.shared_actor_count,
    weighed.score,
    case
        when judgements.verdict = 'same' then 'taken: judged same'
        when judgements.verdict = 'different' then 'refused: judged different'
        when corrections.wrong_report_id is not null then 'taken: corrected value'
        when weighed.value_relation = 'different' then 'refused: values differ'
        when not weighed.has_same_upper_end then 'refused: ranges differ'
        when weighed.is_same_clause then 'refused: both in one clause'
        when not weighed.is_alike_converted then 'refused: one is a conversion'
        when weighed.is_conversion and not weighed.has_same_unit then 'refused: conversions into two currencies'
        when not weighed.has_common_period then 'refused: periods differ'
        when weighed.has_other_items and not weighed.is_same_article then 'refused: about other goods'
        when not weighed.has_same_place then 'refused: places differ'
        when weighed.days_apart > 400 and weighed.has_common_period is null then 'refused: published far apart'
        when weighed.value_relation = 'competing' and weighed.shared_context_count = 0 then 'refused: other values without a common context'
        when weighed.value_relation = 'competing' and not weighed.has_as_many_items then 'refused: other values, and one is about more goods'
        when weighed.score < {{ var('figure_merge_score', 5) }} then 'refused: too little in common'
        -- 25% is the rate of many tariffs: without goods in common it is one only close in time
        when
            weighed.unit_family = 'percent'
            and weighed.digit_count <= 1
            and not weighed.is_same_article
            and weighed.shared_item_count = 0
            and weighed.days_apart > case when weighed.has_common_period then 45 else 7 end
            then 'refused: a round rate of another matter'
        else concat('taken: ', weighed.value_relation, ' value')
    end as reason
from weighed
left join judgements
    on
        weighed.earlier_id in (judgements.left_id, judgements.right_id)
        and weighed.later_id in (judgements.left_id, judgements.right_id)
left join corrections
    on
        corrections.wrong_report_id in (weighed.earlier_id, weighed.later_id)
        and corrections.right_report_id in (weighed.earlier_id, weighed.later_id)
