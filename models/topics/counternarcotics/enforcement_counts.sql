-- One row per figure that counts arrests, prosecutions, seizures or the like, with the body that made them.
with

figures as (
    select * from {{ ref('figures') }}
),

measures as (
    select * from {{ ref('enforcement_measures') }}
),

actors as (
    select * from {{ ref('actors') }}
),

figure_reports as (
    select * from {{ ref('figure_reports') }}
),

event_reports as (
    select * from {{ ref('event_reports') }}
    where event_type = 'coerce'
),

participants as (
    select * from {{ ref('event_report_participants') }}
    where role = 'agent'
),

-- Who acts in the passage that gives the number; the first by name where several do.
acting_bodies as (
    select
        figure_reports.figure_id,
        participants.actor_id,
        row_number() over (
            partition by figure_reports.figure_id
            order by actors.actor_type = 'country', actors.name, participants.actor_id
        ) as choice
    from figure_reports
    inner join event_reports
        on
            figure_reports.document_id = event_reports.document_id
            and figure_reports.start_char >= event_reports.start_char
            and figure_reports.end_char <= event_reports.end_char
    inner join participants on event_reports.event_report_id = participants.event_report_id
    inner join actors on participants.actor_id = actors.actor_id
),

counted as (
    select
        figures.figure_id,
        measures.enforcement_kind,
        figures.measure,
        coalesce(figures.subject_actor_id, acting_bodies.actor_id) as body_actor_id,
        figures.subject,
        figures.value,
        figures.value_max,
        figures.unit,
        figures.comparator,
        figures.period_edtf,
        figures.period_from,
        figures.period_to,
        figures.place_code,
        figures.is_disputed,
        figures.article_count,
        figures.origin_count
    from figures
    inner join measures on figures.measure = measures.measure
    left join acting_bodies
        on
            figures.figure_id = acting_bodies.figure_id
            and acting_bodies.choice = 1
)

select
    counted.figure_id,
    counted.enforcement_kind,
    counted.measure,
    counted.body_actor_id,
    actors.name as body_name,
    coalesce(actors.country_code, counted.place_code) as country_code,
    counted.subject,
    counted.value,
    counted.value_max,
    counted.unit,
    counted.comparator,
    counted.period_edtf,
    counted.period_from,
    counted.period_to,
    counted.is_disputed,
    counted.article_count,
    counted.origin_count
from counted
left join actors on counted.body_actor_id = actors.actor_id
