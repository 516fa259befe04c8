-- One row per quantity in the world, merged over its reports
with

members as (
    select * from {{ ref('int_figures__members') }}
),

reports as (
    select * from {{ ref('int_figures__reports') }}
),

figure_values as (
    select * from {{ ref('int_figures__values') }}
),

disputes as (
    select * from {{ ref('int_figures__disputes') }}
),

anchors as (
    select
        members.figure_id,
        reports.*
    from members
    inner join reports
        on members.anchor_report_id = reports.figure_report_id
    where members.figure_report_id = members.anchor_report_id
),

-- what the anchor leaves open is taken from the first report that says it
filled as (
    select
        members.figure_id,
        min(case when reports.subject_actor_id is not null then reports.anchor_rank end) as subject_rank,
        min(case when reports.place_code is not null then reports.anchor_rank end) as place_rank,
        min(case when reports.period_edtf is not null then reports.anchor_rank end) as period_rank
    from members
    inner join reports
        on members.figure_report_id = reports.figure_report_id
    group by members.figure_id
),

best as (
    select * from figure_values
    where value_rank = 1
),

rivals as (
    select
        figure_values.figure_id,
        count(*) as first_count
    from figure_values
    where figure_values.support_rank = 1
    group by figure_values.figure_id
)

select
    anchors.figure_id,
    anchors.measure,
    anchors.subject,
    subjects.subject_actor_id,
    case when disputes.figure_id is null or rivals.first_count = 1 then best.value end as value,
    case when disputes.figure_id is null or rivals.first_count = 1 then best.value_max end as value_max,
    anchors.unit,
    case when best.value = anchors.value then anchors.comparator else coalesce(best.exact_comparator, anchors.comparator) end as comparator,
    case
        when periods.period_is_open and periods.period_edtf not like '%/%' then concat_ws('', periods.period_edtf, '/..')
        else periods.period_edtf
    end as period_edtf,
    periods.period_from,
    case when not periods.period_is_open or periods.period_edtf like '%/%' then periods.period_to end as period_to,
    places.place_code,
    disputes.figure_id is not null as is_disputed,
    sources.figure_id as converted_from_figure_id
from anchors
inner join best
    on anchors.figure_id = best.figure_id
inner join rivals
    on anchors.figure_id = rivals.figure_id
inner join filled
    on anchors.figure_id = filled.figure_id
left join reports as subjects
    on filled.subject_rank = subjects.anchor_rank
left join reports as places
    on filled.place_rank = places.anchor_rank
left join reports as periods
    on filled.period_rank = periods.anchor_rank
left join members as sources
    on anchors.converted_from_report_id = sources.figure_report_id
left join disputes
    on anchors.figure_id = disputes.figure_id
