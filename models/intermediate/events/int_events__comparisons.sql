-- One row per pair of event reports that is compared, with what the two have in common and what they do not.
with in_common as (

    select * from {{ ref('int_events__pair_overlaps') }}

),

in_words as (

    select * from {{ ref('int_events__pair_words') }}

),

reports as (

    select * from {{ ref('int_events__features') }}

),

stories as (

    select * from {{ ref('int_events__stories') }}

),

judgements as (

    select * from {{ ref('int_judgements__pairs') }}
    where table_name = 'events'

)

select
    in_common.*,
    in_words.shared_trigger_count,
    in_words.shared_name_count,
    in_words.shared_sequence_count,
    in_words.shared_word_count,
    in_words.shared_nearby_name_count,
    in_words.shared_nearby_word_count,
    in_words.shared_deed_count,
    in_words.shared_kind_count,
    earlier.anchor_rank as earlier_rank,
    later.anchor_rank as later_rank,
    earlier.article_id = later.article_id as is_same_article,
    least(earlier.precision_rank, later.precision_rank) as better_precision,
    greatest(earlier.precision_rank, later.precision_rank) as worse_precision,
    coalesce(earlier.window_from <= later.window_to and later.window_from <= earlier.window_to, false)
    -- An article may come back to an old event without dating it again.
    or (earlier.article_id = later.article_id and greatest(earlier.precision_rank, later.precision_rank) >= 6)
    or greatest(earlier.precision_rank, later.precision_rank) = 7 as is_window_common,
    -- 'The tariffs' of an undated report may be those that another article dates back.
    coalesce(
        (later.is_back_reference and earlier.precision_rank <= 4 and earlier.window_to <= later.published_to)
        or (earlier.is_back_reference and later.precision_rank <= 4 and later.window_to <= earlier.published_to),
        false
    )
    and in_words.shared_name_count + in_common.shared_actor_count > 0 as is_looking_back,
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
    in_words.shared_trigger_count > 0 or coalesce(earlier.trigger_text = later.trigger_text, false) as is_same_trigger,
    coalesce(earlier.place = later.place, false) as is_same_place,
    coalesce(earlier.place_country_code <> later.place_country_code, false) as is_other_country,
    earlier.item_count > 0 and later.item_count > 0 and in_common.shared_item_count = 0 as is_other_item,
    in_common.shared_doer_count = 0 and (
        (earlier.placed_doer_count > 0 and later.placed_doer_count > 0)
        or (earlier.other_doer_count > 0 and later.other_doer_count > 0)
    ) as is_other_doer,
    in_common.shared_target_count = 0 and earlier.placed_target_count > 0 and later.placed_target_count > 0 as is_other_target_country,
    in_common.shared_target_count = 0 and earlier.other_target_count > 0 and later.other_target_count > 0 as is_other_target,
    -- Read with other sides, but in nearly the same words and of the same date.
    coalesce(earlier.occurred_edtf = later.occurred_edtf, false)
    and in_words.shared_name_count + in_words.shared_word_count >= 6 as is_same_wording,
    earlier.is_only_of_its_kind and later.is_only_of_its_kind as is_only_date,
    -- 'the talks', with nobody named that the other report does not name.
    earlier.is_back_reference and earlier.status not in ('scheduled', 'threatened') and earlier.name_count <= in_words.shared_name_count
    and earlier.country_count <= in_common.shared_country_count as is_earlier_bare,
    later.is_back_reference and later.status not in ('scheduled', 'threatened') and later.name_count <= in_words.shared_name_count
    and later.country_count <= in_common.shared_country_count as is_later_bare,
    coalesce(earlier.is_news, false) as is_earlier_news,
    coalesce(later.is_news, false) as is_later_news,
    -- Of tariffs, rules and arrests there are many; an attack or a meeting is spoken of as 'the attack', 'the talks'.
    earlier.event_type in ('consult', 'agree', 'assault', 'protest', 'yield', 'other') as is_singular,
    earlier.name_count > 0 and later.name_count > 0
    and in_words.shared_name_count + in_words.shared_nearby_name_count = 0 as is_other_name,
    earlier.status = later.status as is_same_status,
    earlier.status <> later.status and 'ongoing' in (earlier.status, later.status) as is_state_and_deed,
    earlier.is_one_of_a_row <> later.is_one_of_a_row
    or (earlier.is_one_of_a_row and in_words.shared_sequence_count = 0) as is_other_of_a_row,
    coalesce(stories.likeness, 0) as likeness,
    earlier.deed_count > 0 and later.deed_count > 0 and in_words.shared_deed_count = 0 as is_other_deed,
    earlier.event_subtype = later.event_subtype as is_same_subtype,
    coalesce(judged.verdict, judged_back.verdict) as judged_verdict
from in_common
inner join in_words
    on in_common.earlier_report_id = in_words.earlier_report_id and in_common.later_report_id = in_words.later_report_id
inner join reports as earlier on in_common.earlier_report_id = earlier.event_report_id
inner join reports as later on in_common.later_report_id = later.event_report_id
left join stories
    on
        least(earlier.article_id, later.article_id) = stories.left_article_id
        and greatest(earlier.article_id, later.article_id) = stories.right_article_id
left join judgements as judged
    on in_common.earlier_report_id = judged.left_id and in_common.later_report_id = judged.right_id
left join judgements as judged_back
    on in_common.earlier_report_id = judged_back.right_id and in_common.later_report_id = judged_back.left_id
