-- One row per pair of event reports that may be one event: the pairs taken, where no report is tied to two events at once.
with pairs as (

    select * from {{ ref('int_events__pairs') }}
    where is_taken

),

other_ties as (

    select * from {{ ref('int_events__other_ties') }}

)

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
    pairs.reason = 'judged same'
    or (of_later.report_id is null and of_earlier.report_id is null)
