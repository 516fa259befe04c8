-- One row per fact that nothing printed supports: a merged one without reports, an actor or item nobody mentions, and
-- reports, statements and mentions that belong to no fact or are not in the evidence.
select 'events' as table_name, event_id as fact_id
from marts.events
where event_id not in (select event_id from marts.event_reports)

union all

select 'figures' as table_name, figure_id as fact_id
from marts.figures
where figure_id not in (select figure_id from marts.figure_reports)

union all

select 'actors' as table_name, actor_id as fact_id
from marts.actors
where actor_id not in (select actor_id from marts.actor_mentions)

union all

select 'names of actors' as table_name, actor_id as fact_id
from marts.actor_names
where actor_id not in (select actor_id from marts.actor_mentions)

union all

select 'reports of events' as table_name, event_report_id as fact_id
from marts.event_reports
where event_id is null or event_id not in (select event_id from marts.events)

union all

select 'reports of figures' as table_name, figure_report_id as fact_id
from marts.figure_reports
where figure_id is null or figure_id not in (select figure_id from marts.figures)

union all

select 'mentions of actors' as table_name, actor_mention_id as fact_id
from marts.actor_mentions
where actor_id is null or actor_id not in (select actor_id from marts.actors)

union all

select 'speakers of statements' as table_name, statement_id as fact_id
from marts.statements
where actor_id not in (select actor_id from marts.actor_mentions)

union all

select 'evidence of event_reports' as table_name, event_report_id as fact_id
from marts.event_reports
where event_report_id not in (select fact_id from marts.evidence where fact_table = 'event_reports')

union all

select 'evidence of figure_reports' as table_name, figure_report_id as fact_id
from marts.figure_reports
where figure_report_id not in (select fact_id from marts.evidence where fact_table = 'figure_reports')

union all

select 'evidence of statements' as table_name, statement_id as fact_id
from marts.statements
where statement_id not in (select fact_id from marts.evidence where fact_table = 'statements')

union all

select 'evidence of actor_mentions' as table_name, actor_mention_id as fact_id
from marts.actor_mentions
where actor_mention_id not in (select fact_id from marts.evidence where fact_table = 'actor_mentions')

order by table_name, fact_id
