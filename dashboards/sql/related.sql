-- One row per relation of a fact or of its reports.
with

own_ids as (
    select $fact_id as id
    union all
    select event_report_id from marts.event_reports where event_id = $fact_id
    union all
    select figure_report_id from marts.figure_reports where figure_id = $fact_id
)

select relation_kind, left_id, right_id, reason
from marts.relations
where left_id in (select id from own_ids) or right_id in (select id from own_ids)
order by relation_kind, relation_id
limit 50
