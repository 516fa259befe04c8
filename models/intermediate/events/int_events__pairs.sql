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
    shared_deed_count,
    likeness,
    is_same_date,
    is_same_trigger,
    is_same_place,
    cast(case when reason = 'judged same' then 1000 when reason = 'told twice in one article' then 100 else greatest(evidence, 1) end as integer) as score,
    reason in ('judged same', 'told twice in one article', 'enough in common', 'the same again') as is_taken,
    reason,
    reason in (
        'dates exclude each other', 'announcement and entry into force', 'threat and deed',
        'plan and fact without a common day', 'other things in one article', 'with others', 'done by others',
        'another one of a row', 'done to others', 'other counts', 'of another kind', 'of another number', 'other words in one article',
        'the same act on other things', 'planned after the fact'
    ) as is_contradicted
from reasoned
