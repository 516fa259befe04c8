-- One row per event report and report it is like that tells of another event, or of another day, than the one it is most like.
with pairs as (

    select * from {{ ref('int_events__pairs') }}
    where is_taken

),

-- What differs in words alone may still be one event.
refused as (

    select * from {{ ref('int_events__pairs') }}
    where is_contradicted and not is_of_words

),

windows as (

    select * from {{ ref('int_events__windows') }}

),

day_parts as (

    select * from {{ ref('int_events__day_parts') }}

),

days as (

    select
        windows.event_report_id,
        windows.anchor_rank,
        windows.precision_rank,
        case when windows.precision_rank <= 3 then windows.window_from end as day_from,
        case when windows.precision_rank <= 3 then windows.window_to end as day_to,
        day_parts.weekday,
        windows.precision_rank >= 6 and day_parts.event_report_id is null as is_undated
    from windows
    left join day_parts on windows.event_report_id = day_parts.event_report_id

),

both_ways as (

    select
        earlier_report_id as report_id,
        later_report_id as other_report_id,
        score
    from pairs
    union all
    select
        later_report_id as report_id,
        earlier_report_id as other_report_id,
        score
    from pairs

),

refused_both_ways as (

    select
        earlier_report_id as report_id,
        later_report_id as other_report_id
    from refused
    union all
    select
        later_report_id as report_id,
        earlier_report_id as other_report_id
    from refused

),

-- What a bare report has most in common with says which event it tells of, and on which day.
choices as (

    select
        both_ways.report_id,
        both_ways.other_report_id,
        row_number() over (
            partition by both_ways.report_id
            order by both_ways.score desc, others.precision_rank, others.day_to desc, others.anchor_rank
        ) as choice,
        row_number() over (
            partition by both_ways.report_id, others.is_undated
            order by both_ways.score desc, others.precision_rank, others.day_to desc, others.anchor_rank
        ) as choice_of_day
    from both_ways
    inner join days as others on both_ways.other_report_id = others.event_report_id

)

select
    choices.report_id,
    choices.other_report_id
from choices
inner join choices as best on choices.report_id = best.report_id and best.choice = 1
inner join refused_both_ways as refused
    on best.other_report_id = refused.report_id and choices.other_report_id = refused.other_report_id
union
select
    choices.report_id,
    choices.other_report_id
from choices
inner join days as undated on choices.report_id = undated.event_report_id and undated.is_undated
inner join days as others on choices.other_report_id = others.event_report_id and not others.is_undated
inner join choices as best on choices.report_id = best.report_id and best.choice_of_day = 1
inner join days as best_day on best.other_report_id = best_day.event_report_id and not best_day.is_undated
where
    others.day_from > best_day.day_to or others.day_to < best_day.day_from
    or ((others.day_from is null or best_day.day_from is null) and abs(others.weekday - best_day.weekday) between 2 and 5)
