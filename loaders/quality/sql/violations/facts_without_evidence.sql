-- One row per merged fact that no report supports.
select 'events' as table_name, event_id as fact_id
from marts.events
where event_id not in (select event_id from marts.event_reports)

union all

select 'figures' as table_name, figure_id as fact_id
from marts.figures
where figure_id not in (select figure_id from marts.figure_reports)

union all

select 'reports of events' as table_name, event_report_id as fact_id
from marts.event_reports
where event_id is null or event_id not in (select event_id from marts.events)

union all

select 'reports of figures' as table_name, figure_report_id as fact_id
from marts.figure_reports
where figure_id is null or figure_id not in (select figure_id from marts.figures)

order by table_name, fact_id
