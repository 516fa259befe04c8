-- One row per pair of events that report one step with one figure, but on days that cannot both be right.
with

events as (
    select * from {{ ref('int_events__events') }}
    where occurred_from is not null
),

event_reports as (
    select * from {{ ref('int_events__reports') }}
),

event_members as (
    select * from {{ ref('int_events__members') }}
),

participants as (
    select * from {{ ref('int_events__participants') }}
),

figure_reports as (
    select * from {{ ref('int_relations__figure_reports') }}
    where
        value is not null
        and measure not in ('count', 'other', 'age', 'people', 'duration')
),

-- Events as articles tell them: with the amounts that stand in the passage.
told_amounts as (
    select
        event_members.event_id,
        event_reports.article_id,
        figure_reports.measure,
        figure_reports.scale,
        figure_reports.amount,
        min(figure_reports.text) as amount_text
    from event_reports
    inner join event_members on event_reports.event_report_id = event_members.event_report_id
    inner join figure_reports
        on
            event_reports.document_id = figure_reports.document_id
            and event_reports.start_char <= figure_reports.start_char
            and event_reports.end_char >= figure_reports.end_char
    group by
        event_members.event_id, event_reports.article_id, figure_reports.measure, figure_reports.scale, figure_reports.amount
),

pairs as (
    select
        later.event_id as left_id,
        earlier.event_id as right_id,
        min(told_later.amount_text) as amount_text
    from told_amounts as told_later
    inner join told_amounts as told_earlier
        on
            told_later.measure = told_earlier.measure
            and told_later.scale = told_earlier.scale
            and told_later.amount = told_earlier.amount
            and told_later.article_id <> told_earlier.article_id
    inner join events as later on told_later.event_id = later.event_id
    inner join events as earlier on told_earlier.event_id = earlier.event_id
    inner join participants as later_agents on later.event_id = later_agents.event_id
    inner join participants as earlier_agents
        on
            earlier.event_id = earlier_agents.event_id
            and later_agents.actor_id = earlier_agents.actor_id
            and later_agents.participant_role = earlier_agents.participant_role
    where
        later.event_type = earlier.event_type
        and later.event_type <> 'other'
        and later_agents.participant_role in ('agent', 'participant')
        and earlier.occurred_to < later.occurred_from
        -- Within a quarter of a year: the same rate a year later is another step.
        and earlier.occurred_to >= {{ dbt.dateadd('day', -92, 'later.occurred_from') }}
    group by later.event_id, earlier.event_id
)

select
    'contradicts' as relation_kind,
    'events' as left_table,
    pairs.left_id,
    'events' as right_table,
    pairs.right_id,
    concat(
        'One step by the same side with the same figure (', pairs.amount_text, ') is dated ', earlier.occurred_edtf,
        ' by one report (''', earlier.title, ''') and ', later.occurred_edtf, ' by another (''', later.title, ''').'
    ) as reason,
    'other-date' as rule
from pairs
inner join events as later on pairs.left_id = later.event_id
inner join events as earlier on pairs.right_id = earlier.event_id
