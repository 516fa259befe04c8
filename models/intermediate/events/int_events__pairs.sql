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
    'name': 2,
    'word': 1,
    'other item': 3,
    'other number': 3,
    'other names': 3,
    'other country of the place': 3,
    'other one of a row': 4,
    'state and deed': 3,
    'other act without a date': 2,
} %}
{% set threshold = 7 %}
with in_common as (

    select * from {{ ref('int_events__pair_overlaps') }}

),

reports as (

    select * from {{ ref('int_events__features') }}

),

judgements as (

    select * from {{ ref('int_judgements__pairs') }}
    where table_name = 'events'

),

compared as (

    select
        in_common.*,
        earlier.anchor_rank as earlier_rank,
        later.anchor_rank as later_rank,
        earlier.article_id = later.article_id as is_same_article,
        least(earlier.precision_rank, later.precision_rank) as better_precision,
        greatest(earlier.precision_rank, later.precision_rank) as worse_precision,
        coalesce(earlier.window_from <= later.window_to and later.window_from <= earlier.window_to, false)
        -- An article may come back to an old event without dating it again.
        or (earlier.article_id = later.article_id and greatest(earlier.precision_rank, later.precision_rank) >= 6)
        or greatest(earlier.precision_rank, later.precision_rank) = 7 as is_date_compatible,
        coalesce(earlier.occurred_edtf = later.occurred_edtf, false) as is_same_date,
        coalesce(
            earlier.published_from >= {{ add_days('later.published_from', -3) }} and later.published_from >= {{ add_days('earlier.published_from', -3) }}
            and greatest(earlier.window_to, later.window_to) >= {{ add_days('least(earlier.published_from, later.published_from)', -7) }},
            false
        ) as is_fresh,
        earlier.event_type = 'other' as is_other_occurrence,
        earlier.status in ('scheduled', 'threatened') <> later.status in ('scheduled', 'threatened') as is_plan_and_fact,
        earlier.status = 'threatened' or later.status = 'threatened' as is_threat,
        earlier.is_in_force <> later.is_in_force
        and (earlier.status <> later.status or coalesce(earlier.occurred_edtf, '') <> coalesce(later.occurred_edtf, '')) as is_announcement_and_force,
        in_common.shared_trigger_count > 0 or coalesce(earlier.trigger_text = later.trigger_text, false) as is_same_trigger,
        coalesce(earlier.place = later.place, false) as is_same_place,
        coalesce(earlier.place_country_code <> later.place_country_code, false) as is_other_country,
        earlier.item_count > 0 and later.item_count > 0 and in_common.shared_item_count = 0 as is_other_item,
        in_common.shared_doer_count = 0 and (
            (earlier.placed_doer_count > 0 and later.placed_doer_count > 0)
            or (earlier.other_doer_count > 0 and later.other_doer_count > 0)
        ) as is_other_doer,
        in_common.shared_target_count = 0 and (
            (earlier.placed_target_count > 0 and later.placed_target_count > 0)
            or (earlier.other_target_count > 0 and later.other_target_count > 0)
        ) as is_other_target,
        earlier.is_only_of_its_kind and later.is_only_of_its_kind as is_only_date,
        -- 'the talks', with nobody named that the other report does not name.
        earlier.is_back_reference and earlier.name_count <= in_common.shared_name_count
        and earlier.country_count <= in_common.shared_country_count as is_earlier_bare,
        later.is_back_reference and later.name_count <= in_common.shared_name_count
        and later.country_count <= in_common.shared_country_count as is_later_bare,
        coalesce(earlier.is_news, false) as is_earlier_news,
        coalesce(later.is_news, false) as is_later_news,
        -- Of tariffs, rules and arrests there are many; an attack or a meeting is spoken of as 'the attack', 'the talks'.
        earlier.event_type in ('consult', 'agree', 'assault', 'protest', 'yield', 'other') as is_singular,
        earlier.name_count > 0 and later.name_count > 0 and in_common.shared_name_count = 0 as is_other_name,
        earlier.status = later.status as is_same_status,
        earlier.status <> later.status and 'ongoing' in (earlier.status, later.status) as is_state_and_deed,
        earlier.is_one_of_a_row <> later.is_one_of_a_row
        or (earlier.is_one_of_a_row and in_common.shared_sequence_count = 0) as is_other_of_a_row,
        coalesce(judged.verdict, judged_back.verdict) as judged_verdict
    from in_common
    inner join reports as earlier on in_common.earlier_report_id = earlier.event_report_id
    inner join reports as later on in_common.later_report_id = later.event_report_id
    left join judgements as judged
        on in_common.earlier_report_id = judged.left_id and in_common.later_report_id = judged.right_id
    left join judgements as judged_back
        on in_common.earlier_report_id = judged_back.right_id and in_common.later_report_id = judged_back.left_id

),

scored as (

    select
        compared.*,
        {{ weights['country in the same role'] }} * least(same_role_count, 2)
        + {{ weights['named actor'] }} * least(shared_actor_count, 2)
        + case
            when is_same_date and worse_precision = 1 then {{ weights['same day'] }}
            when is_same_date then {{ weights['same date'] }}
            when worse_precision <= 3 then {{ weights['dates within a month'] }}
            -- 'January to May' and 'so far this year' overlap, but count different things.
            when better_precision >= 4 and worse_precision <= 5 then -2
            when worse_precision <= 5 then {{ weights['one date within a longer one'] }}
            when is_same_article and is_only_date then {{ weights['only date of its kind in the article'] }}
            when is_fresh and not is_same_article then {{ weights['fresh news in both'] }}
            else 0
        end
        + {{ weights['item'] }} * least(shared_item_count, 2)
        + {{ weights['telling number'] }} * least(shared_number_count, 1)
        + case when is_same_place then {{ weights['place'] }} else 0 end
        + case when is_same_trigger then {{ weights['trigger word'] }} else 0 end
        + case when is_same_trigger and shared_name_count > 0 then {{ weights['trigger word and a name'] }} else 0 end
        + {{ weights['name'] }} * least(shared_name_count, 2)
        + {{ weights['word'] }} * least(shared_word_count, 4)
        - case when is_other_item then {{ weights['other item'] }} else 0 end
        - case when is_other_number and shared_number_count = 0 then {{ weights['other number'] }} else 0 end
        - case when is_state_and_deed then {{ weights['state and deed'] }} else 0 end
        - case when not is_singular and not is_same_trigger and worse_precision >= 6 then {{ weights['other act without a date'] }} else 0 end
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
            when not is_date_compatible then 'dates exclude each other'
            when is_announcement_and_force then 'announcement and entry into force'
            when is_plan_and_fact and is_threat then 'threat and deed'
            when
                is_plan_and_fact
                and (better_precision > 1 or worse_precision between 3 and 5 or (worse_precision >= 6 and not is_singular))
                then 'plan and fact without a common day'
            when is_other_occurrence and not is_same_trigger then 'other words for an occurrence without a type'
            when is_other_doer then 'done by others'
            when is_other_of_a_row and is_same_article and not is_same_date then 'another one of a row'
            when is_other_target then 'done to others'
            when is_same_article and is_other_number and not is_same_date then 'other counts'
            when
                is_same_article and is_singular and is_only_date and is_same_status and not is_other_of_a_row
                and (
                    (is_later_bare and (is_earlier_news or is_earlier_bare))
                    or (is_earlier_bare and is_later_news)
                ) then 'the same again'
            when
                -- Two governments may well meet twice a month.
                worse_precision >= 3 and not is_same_trigger and not is_same_place
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
    is_date_compatible,
    better_precision,
    worse_precision,
    shared_country_count,
    same_role_count,
    shared_actor_count,
    shared_item_count,
    shared_number_count,
    shared_name_count,
    shared_word_count,
    is_same_date,
    is_same_trigger,
    is_same_place,
    cast(case when reason = 'judged same' then 1000 else greatest(evidence, 1) end as integer) as score,
    reason in ('judged same', 'enough in common', 'the same again') as is_taken,
    reason
from reasoned
