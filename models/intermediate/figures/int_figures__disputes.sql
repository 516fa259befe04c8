-- One row per figure whose reports give competing values
with

pairs as (
    select * from {{ ref('int_figures__pairs') }}
),

members as (
    select * from {{ ref('int_figures__members') }}
)

select earlier_members.figure_id
from pairs
inner join members as earlier_members
    on pairs.earlier_id = earlier_members.figure_report_id
inner join members as later_members
    on
        pairs.later_id = later_members.figure_report_id
        and earlier_members.figure_id = later_members.figure_id
where pairs.value_relation in ('competing', 'different')
group by earlier_members.figure_id
