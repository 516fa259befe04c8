-- One row per pair of event reports that may be one event: pairs taken, where no report is tied to two events at once.
with pairs as (

    select * from {{ ref('int_events__pairs') }}

),

other_ties as (

    select * from {{ ref('int_events__other_ties') }}

),

twins as (

    select * from {{ ref('int_events__twins') }}

),

windows as (

    select * from {{ ref('int_events__windows') }}

),

taken as (

    select
        pairs.earlier_report_id,
        pairs.later_report_id,
        pairs.later_rank,
        pairs.score
    from pairs
    left join other_ties as of_later
        on pairs.later_report_id = of_later.report_id and pairs.earlier_report_id = of_later.other_report_id
    left join other_ties as of_earlier
        on pairs.earlier_report_id = of_earlier.report_id and pairs.later_report_id = of_earlier.other_report_id
    where
        pairs.is_taken
        and (pairs.reason = 'judged same' or (of_later.report_id is null and of_earlier.report_id is null))

),

taken_both_ways as (

    select
        earlier_report_id as report_id,
        later_report_id as other_report_id,
        score
    from taken
    union all
    select
        later_report_id as report_id,
        earlier_report_id as other_report_id,
        score
    from taken

),

-- What an article tells twice is tied to whatever one of the two tellings is tied to.
by_twin as (

    select
        others.event_report_id as earlier_report_id,
        own.event_report_id as later_report_id,
        own.anchor_rank as later_rank,
        max(taken_both_ways.score) as score
    from twins
    inner join taken_both_ways on twins.twin_report_id = taken_both_ways.report_id
    inner join windows as own on twins.event_report_id = own.event_report_id
    inner join windows as others
        on taken_both_ways.other_report_id = others.event_report_id and own.anchor_rank > others.anchor_rank
    group by others.event_report_id, own.event_report_id, own.anchor_rank

)

select
    earlier_report_id,
    later_report_id,
    later_rank,
    score
from taken
union all
select
    by_twin.earlier_report_id,
    by_twin.later_report_id,
    by_twin.later_rank,
    by_twin.score
from by_twin
left join pairs
    on by_twin.earlier_report_id = pairs.earlier_report_id and by_twin.later_report_id = pairs.later_report_id
where pairs.reason is null or pairs.reason = 'other words for an occurrence without a type'
