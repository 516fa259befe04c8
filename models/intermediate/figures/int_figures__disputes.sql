-- One row per figure whose reports give competing values
with

pairs as (
    select * from {{ ref('int_figures__pairs') }}
),

members as (
    select * from {{ ref('int_figures__members') }}
),

withdrawn as (
    select * from {{ ref('int_figures__withdrawn') }}
),

-- what its outlet has withdrawn, and what copies it, is no longer held against the right amount
standing as (
    select * from members
    where figure_report_id not in (select withdrawn.wrong_report_id from withdrawn)
)

select earlier_members.figure_id
from pairs
inner join standing as earlier_members
    on pairs.earlier_id = earlier_members.figure_report_id
inner join standing as later_members
    on
        pairs.later_id = later_members.figure_report_id
        and earlier_members.figure_id = later_members.figure_id
where pairs.value_relation in ('competing', 'different')
group by earlier_members.figure_id
