-- One row per pair of event reports that is compared, with the points that speak for and against their being one event.
-- Points are integers and frozen with the release: sums of floats would flip edges from run to run.
with compared as (

    select * from {{ ref('int_events__comparisons') }}

),

in_time as (

    select * from {{ ref('int_events__pair_dates') }}

),

pointed as (

    select
        compared.earlier_report_id,
        compared.later_report_id,
        2 * least(compared.same_role_count, 2)
        + 2 * least(compared.shared_actor_count, 2)
        + 1 * least(compared.shared_item_count, 2)
        + 4 * least(compared.shared_number_count, 1)
        + case when compared.is_same_place then 2 else 0 end as side_points,
        case
            when in_time.is_same_date and in_time.worse_precision = 1 then 5
            when in_time.is_same_date and in_time.worse_precision >= 4 then 3
            when in_time.is_same_date then 4
            -- An article that dates two acts apart mostly tells of two.
            when in_time.is_same_article and in_time.worse_precision <= 5 then -1
            when in_time.worse_precision <= 3 then 3
            -- 'January to May' and 'so far this year' overlap, but count different things.
            when in_time.better_precision >= 4 and in_time.worse_precision <= 5 then -2
            when in_time.better_precision between 4 and 5 and not compared.is_singular and not in_time.is_same_article then -2
            when in_time.worse_precision <= 5 then 1
            when in_time.is_same_article and in_time.is_only_date then 2
            when in_time.is_fresh and not in_time.is_same_article and in_time.likeness < 20 then 2
            else 0
        end as date_points,
        case when compared.is_same_trigger then 2 else 0 end
        + case when compared.is_same_trigger and compared.shared_name_count > 0 then 2 else 0 end
        + 2 * least(compared.shared_name_count, 2)
        + 1 * least(compared.shared_word_count, 4)
        + case
            when compared.is_same_trigger or compared.shared_deed_count = 0 then 0
            when in_time.is_same_article then 1
            else 2
        end
        + case
            when in_time.is_same_article and compared.is_singular and (compared.is_earlier_bare or compared.is_later_bare) then 2
            else 0
        end as word_points,
        case
            when in_time.likeness >= 40 and in_time.is_near_story then 5
            when in_time.likeness >= 32 and in_time.is_near_story then 4
            when in_time.likeness >= 32 then 2
            when in_time.likeness >= 24 and in_time.is_near_story then 2
            -- Without a date a like story may be that of another day.
            when in_time.likeness >= 16 and in_time.worse_precision <= 6 then 1
            else 0
        end
        + case
            when in_time.is_same_article then 0
            else least(compared.shared_nearby_name_count, 2) + least(compared.shared_nearby_word_count, 2)
        end as story_points,
        -- Each of the two articles has one such deed.
        case when in_time.likeness >= 24 and compared.is_only_of_deed and not compared.is_speech_act then 2 else 0 end as alone_points,
        case when compared.is_other_doer then 3 else 0 end
        + case when compared.is_other_target or compared.is_other_target_country then 3 else 0 end
        + case when compared.is_other_name then 3 else 0 end
        + case when compared.is_other_item then 3 else 0 end
        + case when compared.is_other_number and compared.shared_number_count = 0 then 3 else 0 end
        + case when compared.is_other_country then 3 else 0 end
        + case when compared.is_same_subtype then 0 else 1 end
        + case when compared.is_other_deed then 4 else 0 end
        + case when compared.is_other_of_a_row then 5 else 0 end
        + case when in_time.is_state_and_deed then 3 else 0 end
        + case when compared.is_looking_back and not in_time.is_window_common then 2 else 0 end
        -- Of acts of a kind that happens often, undated ones in other words are mostly several; in one story they are one.
        + case
            when compared.is_singular or compared.is_same_trigger or in_time.worse_precision <= 5 then 0
            when
                in_time.is_near_story and compared.shared_deed_count > 0 and not compared.is_speech_act
                and (in_time.likeness >= 40 or (in_time.likeness >= 24 and compared.is_only_of_deed))
                then 0
            else 3
        end as points_against
    from compared
    inner join in_time
        on compared.earlier_report_id = in_time.earlier_report_id and compared.later_report_id = in_time.later_report_id

)

select
    earlier_report_id,
    later_report_id,
    side_points,
    date_points,
    word_points,
    story_points,
    alone_points,
    points_against,
    side_points + date_points + word_points + story_points + alone_points - points_against as evidence
from pointed
