-- One row per pair of event reports that is compared, with what the two have in common and what they do not.
with in_time as (

    select * from {{ ref('int_events__pair_dates') }}

),

in_common as (

    select * from {{ ref('int_events__pair_overlaps') }}

),

in_words as (

    select * from {{ ref('int_events__pair_words') }}

),

of_persons as (

    select * from {{ ref('int_events__pair_persons') }}

),

reports as (

    select * from {{ ref('int_events__features') }}

),

judgements as (

    select * from {{ ref('int_judgements__pairs') }}
    where table_name = 'events'

)

select
    in_time.earlier_report_id,
    in_time.later_report_id,
    earlier.anchor_rank as earlier_rank,
    later.anchor_rank as later_rank,
    in_common.shared_country_count,
    in_common.same_role_count,
    in_common.shared_actor_count,
    in_common.shared_item_count,
    in_common.shared_number_count,
    in_common.is_other_number,
    in_words.shared_name_count,
    in_words.shared_word_count,
    in_words.shared_nearby_name_count,
    in_words.shared_nearby_word_count,
    in_words.shared_deed_count,
    in_words.is_only_of_deed,
    of_persons.is_other_person,
    in_time.is_dated_back and in_words.shared_name_count + in_common.shared_actor_count > 0 as is_looking_back,
    in_words.shared_trigger_count > 0 or coalesce(earlier.trigger_text = later.trigger_text, false) as is_same_trigger,
    earlier.event_subtype = later.event_subtype as is_same_subtype,
    earlier.event_type = 'other' as is_other_occurrence,
    -- Denials and demands are made again and again.
    earlier.event_type in ('accuse', 'demand', 'reject', 'threaten') as is_speech_act,
    -- A listing and a sanction are of one kind, a seizure and an arrest are not.
    earlier.event_type <> 'other' and later.event_type <> 'other' and earlier.event_subtype <> later.event_subtype
    and (earlier.event_type <> later.event_type or earlier.event_type not in (earlier.event_subtype, later.event_subtype)) as is_other_type,
    -- Of tariffs, rules and arrests there are many; an attack or a meeting is spoken of as 'the attack', 'the talks'.
    earlier.event_type in ('consult', 'agree', 'assault', 'protest', 'yield', 'other') as is_singular,
    earlier.deed_count > 0 and later.deed_count > 0 and in_words.shared_deed_count = 0 as is_other_deed,
    -- Whom somebody supports or accuses has his own kind of event; a ruling and a visit have theirs in any words.
    earlier.event_type = earlier.event_subtype as is_of_general_kind,
    -- 'Cut 800 jobs' and 'cut its dividend': a verb that says little is known by what it is done to.
    earlier.word_count >= 2 and later.word_count >= 2
    and in_words.shared_name_count + in_words.shared_word_count + in_common.shared_item_count + in_common.shared_number_count = 0
        as is_other_matter,
    earlier.word_count >= 4 and later.word_count >= 4
    and in_words.shared_name_count + in_words.shared_word_count < 0.5 * least(earlier.word_count, later.word_count) as is_mostly_other,
    -- Each names a party to it that the other does not.
    earlier.event_type in ('consult', 'agree') and (
        (earlier.country_count > in_common.shared_country_count and later.country_count > in_common.shared_country_count)
        or (
            in_common.shared_doer_count = 0
            and earlier.placed_doer_count + earlier.other_doer_count > 0
            and later.placed_doer_count + later.other_doer_count > 0
        )
    ) as is_other_party,
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
    (in_time.is_same_date or (in_time.better_precision >= 6 and in_time.is_fresh)) and in_words.shared_name_count + in_words.shared_word_count >= 6 as is_same_wording,
    -- 'the talks', with nobody named that the other report does not name.
    earlier.is_back_reference and earlier.status not in ('scheduled', 'threatened') and earlier.name_count <= in_words.shared_name_count
    and earlier.country_count <= in_common.shared_country_count as is_earlier_bare,
    later.is_back_reference and later.status not in ('scheduled', 'threatened') and later.name_count <= in_words.shared_name_count
    and later.country_count <= in_common.shared_country_count as is_later_bare,
    earlier.name_count > 0 and later.name_count > 0
    and in_words.shared_name_count + in_words.shared_nearby_name_count = 0 as is_other_name,
    earlier.is_one_of_a_row <> later.is_one_of_a_row
    or (earlier.is_one_of_a_row and in_words.shared_sequence_count = 0) as is_other_of_a_row,
    coalesce(judged.verdict, judged_back.verdict) as judged_verdict
from in_time
inner join in_common
    on in_time.earlier_report_id = in_common.earlier_report_id and in_time.later_report_id = in_common.later_report_id
inner join in_words
    on in_time.earlier_report_id = in_words.earlier_report_id and in_time.later_report_id = in_words.later_report_id
inner join of_persons
    on in_time.earlier_report_id = of_persons.earlier_report_id and in_time.later_report_id = of_persons.later_report_id
inner join reports as earlier on in_time.earlier_report_id = earlier.event_report_id
inner join reports as later on in_time.later_report_id = later.event_report_id
left join judgements as judged
    on in_time.earlier_report_id = judged.left_id and in_time.later_report_id = judged.right_id
left join judgements as judged_back
    on in_time.earlier_report_id = judged_back.right_id and in_time.later_report_id = judged_back.left_id
