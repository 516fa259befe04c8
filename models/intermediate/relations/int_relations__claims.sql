-- One row per amount that reports give for one thing, by three ways to tell that it is one thing; the first report stands for it.
{%- set loose_measures = "'count', 'other', 'people', 'age', 'duration', 'ratio', 'share', 'change-rate', 'change-in-rate'" %}
with

reports as (
    select * from {{ ref('int_relations__figure_reports') }}
),

event_reports as (
    select * from {{ ref('int_events__reports') }}
),

event_members as (
    select * from {{ ref('int_events__members') }}
),

grouped as (
    -- Merged already: the same figure, or a conversion of it.
    select
        'figure' as thing_kind,
        reports.amount_id as thing,
        reports.figure_report_id
    from reports
    union all
    -- What the passages that tell one event measure in the same way.
    select
        'event' as thing_kind,
        concat_ws('', event_members.event_id, '|', reports.measure, '|', reports.scale) as thing,
        reports.figure_report_id
    from reports
    inner join event_reports
        on
            reports.document_id = event_reports.document_id
            and reports.start_char >= event_reports.start_char
            and reports.end_char <= event_reports.end_char
    inner join event_members on event_reports.event_report_id = event_members.event_report_id
    where reports.measure not in ({{ loose_measures }})
    union all
    -- The same measure of the same subject over the same time.
    select
        'subject' as thing_kind,
        concat_ws(
            '',
            reports.measure, '|', reports.scale, '|', coalesce(reports.subject_actor_id, reports.subject_key), '|',
            reports.period_edtf, '|', coalesce(reports.place_code, '')
        ) as thing,
        reports.figure_report_id
    from reports
    where
        reports.period_edtf is not null
        and reports.measure not in ({{ loose_measures }})
        and (reports.subject_actor_id is not null or (reports.subject_key is not null and reports.place_code is not null))
),

-- An article that gives several amounts for one thing tells several things that were taken for one: it claims none of them.
amounts as (
    select
        grouped.thing_kind,
        grouped.thing,
        reports.*,
        min(reports.amount) over (partition by grouped.thing_kind, grouped.thing, reports.article_id, reports.scale) as lowest,
        max(reports.amount) over (partition by grouped.thing_kind, grouped.thing, reports.article_id, reports.scale) as highest
    from grouped
    inner join reports on grouped.figure_report_id = reports.figure_report_id
    where reports.amount is not null
),

ranked as (
    select
        amounts.*,
        row_number() over (
            partition by amounts.thing_kind, amounts.thing, amounts.scale, amounts.amount, amounts.amount_max
            order by amounts.anchor_rank
        ) as choice
    from amounts
    where
        amounts.thing_kind = 'figure'
        or amounts.lowest = amounts.highest
)

select
    ranked.thing_kind,
    ranked.thing,
    ranked.figure_report_id,
    ranked.article_id,
    ranked.measure,
    ranked.text,
    ranked.quote,
    ranked.scale,
    ranked.is_money,
    ranked.comparator,
    ranked.amount,
    ranked.amount_max,
    ranked.anchor_rank
from ranked
where ranked.choice = 1
