-- One row per pair of event reports that was compared, with what speaks for and against their being one event, and the verdict.
-- Integer weights, frozen with the release: sums of floats would flip edges from run to run.
{% set weights = {
    'country in the same role': 2,
    'named actor': 2,
    'same day': 5,
    'same date': 4,
    'dates within a month': 3,
    'one date within a longer one': 1,
    'only date of its kind in the article': 2,
    'fresh news in both': 2,
    'item': 1,
    'telling number': 4,
    'place': 2,
    'trigger word': 2,
    'trigger word and a name': 2,
    'same deed in other words': 2,
    'same deed in other words of one article': 1,
    'looks back in one article': 2,
    'surely one story': 5,
    'one story': 2,
    'like stories': 1,
    'name in the sentence': 1,
    'word in the sentence': 1,
    'name': 2,
    'word': 1,
    'other item': 3,
    'other number': 3,
    'other names': 3,
    'other country of the place': 3,
    'other one of a row': 5,
    'other kind': 1,
    'state and deed': 3,
    'other act without a date': 3,
    'like act without a date': 3,
    'other sides': 3,
    'looking back': 2,
    'other deed': 4,
} %}
{% set threshold = 7 %}
with compared as (

    select * from {{ ref('int_events__comparisons') }}

),

scored as (

    select
        compared.*,
        {{ weights['country in the same role'] }} * least(same_role_count, 2)
        + {{ weights['named actor'] }} * least(shared_actor_count, 2)
        + case
            when is_same_date and worse_precision = 1 then {{ weights['same day'] }}
            when is_same_date then {{ weights['same date'] }}
            -- An article that dates two acts apart mostly tells of two.
            when is_same_article and worse_precision <= 5 then -1
            when worse_precision <= 3 then {{ weights['dates within a month'] }}
            -- 'January to May' and 'so far this year' overlap, but count different things.
            when better_precision >= 4 and worse_precision <= 5 then -2
            when better_precision >= 4 and better_precision <= 5 and not is_singular and not is_same_article then -2
            when worse_precision <= 5 then {{ weights['one date within a longer one'] }}
            when is_same_article and is_only_date then {{ weights['only date of its kind in the article'] }}
            when is_fresh and not is_same_article and likeness < 20 then {{ weights['fresh news in both'] }}
            else 0
        end
        + {{ weights['item'] }} * least(shared_item_count, 2)
        + {{ weights['telling number'] }} * least(shared_number_count, 1)
        + case when is_same_place then {{ weights['place'] }} else 0 end
        + case when is_same_trigger then {{ weights['trigger word'] }} else 0 end
        + case when is_same_trigger and shared_name_count > 0 then {{ weights['trigger word and a name'] }} else 0 end
        + {{ weights['name'] }} * least(shared_name_count, 2)
        + {{ weights['word'] }} * least(shared_word_count, 4)
        + case
            when is_same_trigger or shared_deed_count = 0 then 0
            when is_same_article then {{ weights['same deed in other words of one article'] }}
            else {{ weights['same deed in other words'] }}
        end
        + case when is_same_article and is_singular and (is_earlier_bare or is_later_bare) then {{ weights['looks back in one article'] }} else 0 end
        + case
            when likeness >= 36 then {{ weights['surely one story'] }}
            when likeness >= 30 then {{ weights['one story'] }}
            -- Without a date a like story may be that of another day.
            when likeness >= 20 and worse_precision <= 6 then {{ weights['like stories'] }}
            else 0
        end
        + case
            when is_same_article then 0
            else
                {{ weights['name in the sentence'] }} * least(shared_nearby_name_count, 2)
                + {{ weights['word in the sentence'] }} * least(shared_nearby_word_count, 2)
        end
        - case when is_looking_back and not is_window_common then {{ weights['looking back'] }} else 0 end
        - case when is_other_doer then {{ weights['other sides'] }} else 0 end
        - case when is_other_target or is_other_target_country then {{ weights['other sides'] }} else 0 end
        - case when is_same_subtype then 0 else {{ weights['other kind'] }} end
        - case when is_other_deed then {{ weights['other deed'] }} else 0 end
        - case when is_other_item then {{ weights['other item'] }} else 0 end
        - case when is_other_number and shared_number_count = 0 then {{ weights['other number'] }} else 0 end
        - case when is_state_and_deed then {{ weights['state and deed'] }} else 0 end
        - case
            when is_singular or is_same_trigger or worse_precision <= 5 then 0
            when shared_deed_count = 0 then {{ weights['other act without a date'] }}
            else {{ weights['like act without a date'] }}
        end
        - case when is_other_name then {{ weights['other names'] }} else 0 end
        - case when is_other_of_a_row then {{ weights['other one of a row'] }} else 0 end
        - case when is_other_country then {{ weights['other country of the place'] }} else 0 end as evidence
    from compared

),

reasoned as (

    select
        scored.*,
        case
            when judged_verdict = 'same' then 'judged same'
            when judged_verdict = 'different' then 'judged different'
            when not is_window_common and not is_looking_back then 'dates exclude each other'
            when is_announcement_and_force then 'announcement and entry into force'
            when is_plan_and_fact and is_threat then 'threat and deed'
            when
                is_plan_and_fact
                and (better_precision > 1 or worse_precision between 3 and 5 or (worse_precision >= 6 and not is_singular))
                then 'plan and fact without a common day'
            when
                is_other_occurrence and not is_same_trigger and shared_deed_count = 0
                and not (likeness >= 30 and is_same_date and shared_actor_count > 0 and shared_word_count >= 2)
                then 'other words for an occurrence without a type'
            when is_other_doer and not is_same_wording then 'done by others'
            when not is_same_subtype and shared_deed_count = 0 then 'of another kind'
            when is_other_of_a_row and not is_same_date then 'another one of a row'
            when is_other_target_country and not is_same_wording then 'done to others'
            when is_other_target and likeness < 30 and not is_same_wording then 'done to others'
            when is_same_article and is_other_number and not (is_same_date and worse_precision <= 2) then 'other counts'
            when
                is_same_article and is_singular and is_only_date and is_same_status and not is_other_of_a_row
                and (
                    (is_later_bare and (is_earlier_news or is_earlier_bare))
                    or (is_earlier_bare and is_later_news)
                ) then 'the same again'
            when
                -- Two governments may well meet twice a month.
                worse_precision >= 3 and not is_same_trigger and not is_same_place and not (likeness >= 30 and shared_deed_count > 0)
                and not (is_same_article and (is_same_date or is_earlier_bare or is_later_bare))
                and not (is_same_date and shared_actor_count > 0 and shared_deed_count > 0)
                and shared_name_count + shared_word_count + shared_item_count + shared_number_count = 0
                then 'nothing but sides in common'
            when evidence >= {{ threshold }} then 'enough in common'
            else 'too little in common'
        end as reason
    from scored

)

select
    earlier_report_id,
    later_report_id,
    earlier_rank,
    later_rank,
    is_same_article,
    is_window_common or is_looking_back as is_date_compatible,
    better_precision,
    worse_precision,
    shared_country_count,
    same_role_count,
    shared_actor_count,
    shared_item_count,
    shared_number_count,
    shared_name_count,
    shared_word_count,
    shared_deed_count,
    likeness,
    is_same_date,
    is_same_trigger,
    is_same_place,
    cast(case when reason = 'judged same' then 1000 else greatest(evidence, 1) end as integer) as score,
    reason in ('judged same', 'enough in common', 'the same again') as is_taken,
    reason
from reasoned
