-- One row per candidate pair of figure reports, with its score and the reason it was taken or refused
with

features as (
    select * from {{ ref('int_figures__features') }}
),

value_relations as (
    select * from {{ ref('int_figures__value_relations') }}
),

judgements as (
    select * from {{ ref('int_judgements__pairs') }}
    where table_name = 'figures'
),

withdrawn as (
    select * from {{ ref('int_figures__withdrawn') }}
),

weighed as (
    select
        features.*,
        value_relations.value_relation,
        case value_relations.value_relation when 'equal' then 2 else 1 end
        -- a telling value: 1,312 more than 450,000, that more than 20
        + case when features.digit_count = 3 then 3 when features.digit_count = 2 then 1 else 0 end
        + case when features.is_specific then 1 else -1 end
        + case when features.is_same_article then 2 else 0 end
        + case when features.has_common_period then 1 else 0 end
        + case when features.has_same_place then 1 else 0 end
        + case when features.has_same_subject_actor or features.has_same_subject then 1 else 0 end
        + case when features.shared_context_count > 0 then 1 else 0 end
        + case when features.shared_item_count > 0 then 1 else 0 end
        + case when features.shared_actor_count >= 3 then 1 else 0 end
        + case when features.is_same_story or features.most_days_apart <= 45 then 1 else 0 end
        -- a round value in another article needs more than the measure to be the same quantity
        + case
            when
                features.digit_count <= 1
                and not features.is_same_article
                and features.shared_item_count = 0
                and not coalesce(features.has_same_subject, false)
                and not coalesce(features.has_common_period, false)
                and not features.is_same_story
                and coalesce(features.most_days_apart, 999) > 7
                then -2
            else 0
        end as score
    from features
    inner join value_relations
        on
            features.earlier_id = value_relations.earlier_id
            and features.later_id = value_relations.later_id
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
    weighed.least_days_apart,
    weighed.most_days_apart,
    weighed.is_same_story,
    weighed.shared_context_count,
    weighed.shared_item_count,
    weighed.has_other_items,
    weighed.shared_actor_count,
    weighed.score,
    case
        when judgements.verdict = 'same' then 'taken: judged same'
        when judgements.verdict = 'different' then 'refused: judged different'
        when withdrawn.wrong_report_id is not null then 'taken: corrected value'
        when weighed.value_relation = 'different' then 'refused: values differ'
        when not weighed.has_same_upper_end then 'refused: ranges differ'
        when weighed.is_same_clause then 'refused: both in one clause'
        when not weighed.is_alike_converted then 'refused: one is a conversion'
        when weighed.is_conversion and not weighed.has_same_unit then 'refused: conversions into two currencies'
        when not weighed.has_common_period then 'refused: periods differ'
        -- An article lists the rates of many goods, and many are alike.
        when weighed.has_other_items and (not weighed.is_same_article or weighed.unit_family = 'percent') then 'refused: about other goods'
        when not weighed.has_same_place then 'refused: places differ'
        when weighed.least_days_apart > 400 and weighed.has_common_period is null then 'refused: published far apart'
        when weighed.value_relation = 'competing' and weighed.shared_context_count = 0 then 'refused: other values without a common context'
        when weighed.value_relation = 'competing' and not weighed.has_as_many_items then 'refused: other values, and one is about more goods'
        when weighed.score < {{ var('figure_merge_score', 5) }} then 'refused: too little in common'
        -- 25% is the rate of many tariffs: without goods in common it is one only close in time, or in one story, of the same actors
        when
            weighed.unit_family = 'percent'
            and weighed.digit_count <= 1
            and not weighed.is_same_article
            and weighed.shared_item_count = 0
            and (
                weighed.shared_actor_count < 3
                or (
                    not weighed.is_same_story
                    and coalesce(weighed.most_days_apart, 999) > case when weighed.has_common_period then 45 else 7 end
                )
            )
            then 'refused: a round rate of another matter'
        else concat_ws('', 'taken: ', weighed.value_relation, ' value')
    end as reason
from weighed
left join judgements
    on
        least(weighed.earlier_id, weighed.later_id) = least(judgements.left_id, judgements.right_id)
        and greatest(weighed.earlier_id, weighed.later_id) = greatest(judgements.left_id, judgements.right_id)
left join withdrawn
    on
        least(weighed.earlier_id, weighed.later_id) = least(withdrawn.wrong_report_id, withdrawn.right_report_id)
        and greatest(weighed.earlier_id, weighed.later_id) = greatest(withdrawn.wrong_report_id, withdrawn.right_report_id)
