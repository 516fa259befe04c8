-- One row per pair of event reports that was compared, with the verdict whether they are one event, and its reason.
with compared as (

    select * from {{ ref('int_events__comparisons') }}

),

in_time as (

    select * from {{ ref('int_events__pair_dates') }}

),

scores as (

    select * from {{ ref('int_events__pair_scores') }}

),

reasons as (

    select * from {{ ref('int_events__pair_reasons') }}

),

reasoned as (

    select
        compared.*,
        in_time.is_same_article,
        in_time.is_window_common or compared.is_looking_back as is_date_compatible,
        in_time.better_precision,
        in_time.worse_precision,
        in_time.likeness,
        in_time.is_same_date,
        scores.evidence,
        reasons.reason
    from compared
    inner join in_time
        on compared.earlier_report_id = in_time.earlier_report_id and compared.later_report_id = in_time.later_report_id
    inner join scores
        on compared.earlier_report_id = scores.earlier_report_id and compared.later_report_id = scores.later_report_id
    inner join reasons
        on compared.earlier_report_id = reasons.earlier_report_id and compared.later_report_id = reasons.later_report_id

),

verdicts as (

    select * from {{ ref('event_pair_reasons') }}

)

select
    reasoned.earlier_report_id,
    reasoned.later_report_id,
    reasoned.earlier_rank,
    reasoned.later_rank,
    reasoned.is_same_article,
    reasoned.is_date_compatible,
    reasoned.better_precision,
    reasoned.worse_precision,
    reasoned.shared_country_count,
    reasoned.same_role_count,
    reasoned.shared_actor_count,
    reasoned.shared_item_count,
    reasoned.shared_number_count,
    reasoned.shared_name_count,
    reasoned.shared_word_count,
    reasoned.shared_deed_count,
    reasoned.likeness,
    reasoned.is_same_date,
    reasoned.is_same_trigger,
    reasoned.is_same_place,
    cast(
        case
            when reasoned.reason = 'judged same' then 1000
            when reasoned.reason = 'told twice in one article' then 100
            else greatest(reasoned.evidence, 1)
        end as integer
    ) as score,
    verdicts.verdict = 'one' as is_taken,
    reasoned.reason,
    verdicts.verdict = 'two' as is_contradicted,
    verdicts.is_of_words
from reasoned
inner join verdicts on reasoned.reason = verdicts.reason
