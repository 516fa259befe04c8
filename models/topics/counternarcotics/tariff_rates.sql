-- One row per tariff rate and event that puts it on somebody's goods, with both sides.
with

figures as (
    select * from {{ ref('figures') }}
    where measure in ('tariff-rate', 'tariff-rate-change')
),

figure_reports as (
    select * from {{ ref('figure_reports') }}
),

event_reports as (
    select * from {{ ref('event_reports') }}
    where event_subtype in ('tariff-imposed', 'tariff-raised', 'tariff-eased', 'tariff-retaliation')
),

events as (
    select * from {{ ref('events') }}
),

dyads as (
    select * from {{ ref('event_dyads') }}
),

-- The rate stands in the passage that reports the event.
rate_events as (
    select
        figure_reports.figure_id,
        event_reports.event_id
    from figure_reports
    inner join event_reports
        on
            figure_reports.document_id = event_reports.document_id
            and figure_reports.start_char >= event_reports.start_char
            and figure_reports.end_char <= event_reports.end_char
    group by figure_reports.figure_id, event_reports.event_id
)

select
    figures.figure_id,
    rate_events.event_id,
    events.event_subtype as tariff_step,
    dyads.agent_country_code as imposing_country_code,
    dyads.target_country_code,
    figures.subject,
    figures.measure,
    figures.value as rate_percent,
    figures.value_max as rate_percent_max,
    figures.comparator,
    coalesce(figures.period_from, events.occurred_from) as in_force_from,
    figures.period_to as in_force_to,
    events.status,
    figures.article_count,
    figures.origin_count
from figures
left join rate_events on figures.figure_id = rate_events.figure_id
left join events on rate_events.event_id = events.event_id
left join dyads on rate_events.event_id = dyads.event_id
where figures.unit = 'percent'
