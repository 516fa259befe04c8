-- One row per pair of event reports that was compared, with the first reason that holds: why they are one event, or two.
-- What each reason means and decides stands in the seed event_pair_reasons.
with compared as (

    select
        *,
        is_earlier_bare or is_later_bare as is_bare
    from {{ ref('int_events__comparisons') }}

),

in_time as (

    select * from {{ ref('int_events__pair_dates') }}

),

in_matter as (

    select * from {{ ref('int_events__pair_matters') }}

),

of_names as (

    select * from {{ ref('int_events__pair_names') }}

),

scores as (

    select * from {{ ref('int_events__pair_scores') }}

),

twins as (

    select * from {{ ref('int_events__twins') }}

)

-- Seven points are enough where no other reason holds.
select
    compared.earlier_report_id,
    compared.later_report_id,
    case
        when compared.judged_verdict = 'same' then 'judged same'
        when compared.judged_verdict = 'different' then 'judged different'
        when not in_time.is_window_common and not compared.is_looking_back then 'dates exclude each other'
        when twins.event_report_id is not null then 'told twice in one article'
        when in_time.is_plan_after_fact and not in_time.is_same_article then 'planned after the fact'
        when in_matter.is_later_talk then 'another one in the news'
        when in_time.is_announcement_and_force then 'announcement and entry into force'
        when in_time.is_plan_and_fact and in_time.is_threat then 'threat and deed'
        when
            in_time.is_plan_and_fact
            and (in_time.better_precision > 1 or in_time.worse_precision between 3 and 5 or (in_time.worse_precision >= 6 and not compared.is_singular))
            then 'plan and fact without a common day'
        when
            compared.is_other_occurrence and not compared.is_same_trigger and compared.shared_deed_count = 0
            and not (in_time.likeness >= 30 and in_time.is_same_date and compared.shared_actor_count > 0 and compared.shared_word_count >= 2)
            then 'other words for an occurrence without a type'
        when
            compared.is_other_occurrence and compared.is_same_trigger and compared.is_other_matter and not compared.is_bare
            and not (
                compared.shared_deed_count > 0 and (
                    (in_time.is_same_date and in_time.worse_precision = 1 and in_time.likeness >= 24)
                    or (in_time.likeness >= 40 and in_time.is_near_story and compared.is_only_of_deed)
                )
            )
            then 'the same verb of other things'
        when
            in_time.is_same_article and compared.is_of_general_kind and not compared.is_same_trigger and compared.shared_deed_count = 0
            and not compared.is_bare
            then 'other words in one article'
        when
            in_time.is_same_article and compared.is_mostly_other and not compared.is_singular and not compared.is_bare
            then 'other things in one article'
        when in_matter.is_other_matter then 'the same act on other things'
        when in_matter.is_too_general then 'too general without a date'
        when (compared.is_other_party and in_time.is_same_article) or in_matter.is_other_party then 'with others'
        when compared.is_other_doer and not compared.is_same_wording then 'done by others'
        when of_names.is_other_numbered_name then 'of another number'
        when compared.is_other_type or in_matter.is_charge_and_deed then 'of another kind'
        when not compared.is_same_subtype and compared.shared_deed_count = 0 then 'of another kind'
        when compared.is_other_of_a_row and not in_time.is_same_date then 'another one of a row'
        when (compared.is_other_person or of_names.is_other_surname) and not compared.is_same_wording then 'done to others'
        when compared.is_other_target_country and not compared.is_same_wording then 'done to others'
        when compared.is_other_target and in_time.likeness < 30 and not compared.is_same_wording then 'done to others'
        when in_matter.is_other_count then 'other counts'
        when in_time.is_same_article and compared.is_other_number and not (in_time.is_same_date and in_time.worse_precision <= 2) then 'other counts'
        when
            in_time.is_same_article and compared.is_singular and in_time.is_only_date and in_time.is_same_status
            and not compared.is_other_of_a_row and (
                (compared.is_later_bare and (in_time.is_earlier_news or compared.is_earlier_bare))
                or (compared.is_earlier_bare and in_time.is_later_news)
            ) then 'the same again'
        when
            -- Two governments may well meet twice a month.
            in_time.worse_precision >= 3 and not compared.is_same_trigger and not compared.is_same_place
            and not (in_time.likeness >= 30 and compared.shared_deed_count > 0)
            and not (in_time.is_same_article and (in_time.is_same_date or compared.is_bare))
            and not (in_time.is_same_date and compared.shared_actor_count > 0 and compared.shared_deed_count > 0)
            and compared.shared_name_count + compared.shared_word_count
            + compared.shared_item_count + compared.shared_number_count = 0
            then 'nothing but sides in common'
        when scores.evidence >= 7 then 'enough in common'
        else 'too little in common'
    end as reason
from compared
inner join in_time
    on compared.earlier_report_id = in_time.earlier_report_id and compared.later_report_id = in_time.later_report_id
inner join of_names
    on compared.earlier_report_id = of_names.earlier_report_id and compared.later_report_id = of_names.later_report_id
inner join scores
    on compared.earlier_report_id = scores.earlier_report_id and compared.later_report_id = scores.later_report_id
left join in_matter
    on compared.earlier_report_id = in_matter.earlier_report_id and compared.later_report_id = in_matter.later_report_id
left join twins
    on compared.earlier_report_id = twins.event_report_id and compared.later_report_id = twins.twin_report_id
