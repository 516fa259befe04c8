-- One row per pair of event reports of two articles, with whether what was done is about the same thing: acts of one kind by one actor are many.
with in_time as (

    select * from {{ ref('int_events__pair_dates') }}
    where not is_same_article

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

compared as (

    select
        in_time.earlier_report_id,
        in_time.later_report_id,
        in_time.likeness,
        in_time.is_near_story,
        in_time.is_same_date,
        in_time.is_tally,
        in_time.worse_precision,
        in_time.better_precision,
        in_words.shared_deed_count,
        in_words.shared_trigger_count > 0 or coalesce(earlier.trigger_text = later.trigger_text, false) as is_same_trigger,
        in_words.shared_nearby_name_count + in_words.shared_nearby_word_count as nearby_count,
        in_words.shared_matter_count + least(in_common.shared_other_side_count, 1) + 2 * in_common.shared_item_count
        + 2 * in_common.shared_amount_count as matter_count,
        of_persons.shared_person_count,
        least(earlier.matter_count, later.matter_count) as lesser_matter_count,
        greatest(earlier.matter_count, later.matter_count) as greater_matter_count,
        'other' in (earlier.event_type, later.event_type) as is_untyped,
        earlier.event_type <> later.event_type as is_typed_apart,
        -- Told in nearly the same words.
        in_words.shared_name_count + in_words.shared_word_count >= 4
        and in_words.shared_name_count + in_words.shared_word_count >= 0.3 * (earlier.word_count + later.word_count) as is_alike_worded,
        -- Of tariffs, rules and arrests there are many; so there are of talks with one party in common.
        earlier.event_type not in ('consult', 'agree', 'assault', 'protest', 'yield')
        or earlier.event_subtype <> later.event_subtype
        or in_time.is_tally
        or (earlier.event_type = 'consult' and in_time.better_precision = 4 and in_common.shared_actor_count < 2)
        or (earlier.event_type in ('consult', 'agree', 'yield') and in_common.shared_party_count < 2) as is_of_many,
        earlier.event_type in ('consult', 'agree') and earlier.country_count > in_common.shared_country_count
        and later.country_count > in_common.shared_country_count
        and (in_time.likeness < 24 or least(earlier.country_count, later.country_count) >= 2) as is_other_party_country,
        earlier.item_count > 0 and later.item_count > 0 and in_common.shared_item_count = 0 as is_other_item,
        -- A charge of manslaughter is not the death.
        earlier.event_subtype <> later.event_subtype
        and (earlier.event_subtype in ('prosecution', 'sentencing') or later.event_subtype in ('prosecution', 'sentencing')) as is_charge_and_deed,
        of_persons.is_other_delegate and not in_time.is_same_date as is_other_delegate,
        earlier.event_type = 'consult' and in_time.is_news_long_after and in_time.likeness < 24 as is_later_talk,
        earlier.event_type not in ('consult', 'agree', 'assault', 'protest', 'yield', 'other') and in_common.is_other_number as is_other_number
    from in_time
    inner join in_common
        on in_time.earlier_report_id = in_common.earlier_report_id and in_time.later_report_id = in_common.later_report_id
    inner join in_words
        on in_time.earlier_report_id = in_words.earlier_report_id and in_time.later_report_id = in_words.later_report_id
    inner join of_persons
        on in_time.earlier_report_id = of_persons.earlier_report_id and in_time.later_report_id = of_persons.later_report_id
    inner join reports as earlier on in_time.earlier_report_id = earlier.event_report_id
    inner join reports as later on in_time.later_report_id = later.event_report_id

)

select
    earlier_report_id,
    later_report_id,
    matter_count as shared_matter_count,
    -- Two papers tell of one act in other words, but not with the same verb and many of them.
    (
        is_of_many and matter_count = 0 and lesser_matter_count >= 1 and greater_matter_count >= 2
        and (is_untyped or shared_person_count = 0)
        and (likeness < 24 or (is_same_trigger and lesser_matter_count >= 3 and nearby_count = 0))
        and not (is_untyped and is_same_trigger and is_same_date and worse_precision = 1 and is_near_story and likeness >= 24)
    )
    or (is_of_many and is_other_item and not is_untyped and not is_same_date and not is_near_story) as is_other_matter,
    -- Without a day in both it takes more than the actor and the kind of act, unless the articles tell one story.
    is_of_many and worse_precision >= 4 and matter_count + 2 * shared_person_count < 2 and not is_alike_worded
    and not (likeness >= 24 and is_near_story and not is_tally)
    and not (likeness >= case when is_untyped then 30 else 45 end and shared_deed_count > 0 and not is_tally)
    -- Of what was done 'last year' and 'since January' each is a sum of its own.
    or (is_of_many and better_precision >= 4 and worse_precision <= 5 and not is_same_date)
    or (is_untyped and not is_same_trigger and worse_precision >= 6 and matter_count < 4 and likeness < 24)
    or (is_typed_apart and not is_same_trigger and worse_precision >= 6 and matter_count + nearby_count = 0) as is_too_general,
    is_other_party_country or is_other_delegate as is_other_party,
    is_later_talk,
    is_charge_and_deed,
    is_other_number and worse_precision >= 6 and not (likeness >= 45 and is_near_story) as is_other_count
from compared
