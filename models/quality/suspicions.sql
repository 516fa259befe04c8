-- One row per row of the marts that is suspicious, though not provably wrong, and what makes it so.
with

articles as (
    select * from {{ ref('articles') }}
),

actors as (
    select * from {{ ref('actors') }}
),

actor_names as (
    select * from {{ ref('actor_names') }}
),

events as (
    select * from {{ ref('events') }}
),

event_participants as (
    select * from {{ ref('event_participants') }}
),

figures as (
    select * from {{ ref('figures') }}
),

figure_reports as (
    select * from {{ ref('figure_reports') }}
),

statements as (
    select * from {{ ref('statements') }}
),

sources as (
    select * from {{ ref('sources') }}
),

many_names as (
    select
        actor_names.actor_id,
        count(*) as name_count
    from actor_names
    inner join actors on actor_names.actor_id = actors.actor_id
    where actors.actor_type = 'person'
    group by actor_names.actor_id
    having count(*) > 6
),

-- Subtypes that nobody does alone.
lonely_events as (
    select events.event_id
    from events
    left join event_participants on events.event_id = event_participants.event_id
    where events.event_type in ('consult', 'agree')
    group by events.event_id
    having count(distinct event_participants.actor_id) < 2
),

wide_figures as (
    select
        figure_reports.figure_id,
        min(figure_reports.value) as lowest,
        max(figure_reports.value) as highest
    from figure_reports
    group by figure_reports.figure_id, figure_reports.unit
    having
        min(figure_reports.value) > 0
        and max(figure_reports.value) > 2 * min(figure_reports.value)
)

select
    'undated-article' as suspicion,
    'articles' as fact_table,
    articles.article_id as fact_id,
    'A main article whose publication date nothing gives away: its relative dates stay open.' as reason
from articles
where
    articles.is_main
    and articles.published_edtf is null

union all

select
    'no-words' as suspicion,
    'articles' as fact_table,
    articles.article_id as fact_id,
    'A main article of fewer than 40 words: the page may be a stub, or the text was not found.' as reason
from articles
where
    articles.is_main
    and articles.word_count < 40

union all

select
    'person-of-many-names' as suspicion,
    'actors' as fact_table,
    many_names.actor_id as fact_id,
    concat(
        'A person printed in ', cast(many_names.name_count as varchar), ' forms: two people may have been merged.'
    ) as reason
from many_names

union all

select
    'event-before-it-was-known' as suspicion,
    'events' as fact_table,
    events.event_id as fact_id,
    'Said to have occurred, but only after the day it was first published: the date or the status is wrong.' as reason
from events
where
    events.status = 'occurred'
    and events.occurred_from > events.first_published_on

union all

select
    'lonely-event' as suspicion,
    'events' as fact_table,
    lonely_events.event_id as fact_id,
    'A meeting or an agreement with fewer than two participants: somebody was not read.' as reason
from lonely_events

union all

select
    'percent-out-of-range' as suspicion,
    'figures' as fact_table,
    figures.figure_id as fact_id,
    'A share of a whole beyond 100 percent.' as reason
from figures
where
    figures.measure in ('share', 'share-of-deaths')
    and figures.unit = 'percent'
    and figures.value > 100

union all

select
    'wide-figure' as suspicion,
    'figures' as fact_table,
    wide_figures.figure_id as fact_id,
    'Reports of one figure differ by more than a factor of two: two quantities may have been merged.' as reason
from wide_figures

union all

select
    'speaker-not-found' as suspicion,
    'statements' as fact_table,
    statements.statement_id as fact_id,
    'A direct quotation without a speaker.' as reason
from statements
where
    statements.is_direct
    and statements.actor_id is null
    and statements.speaker_as_written is null

union all

select
    'unknown-source' as suspicion,
    'sources' as fact_table,
    sources.source_id as fact_id,
    'Publishes here but is not in the source registry: its kind and country are unknown.' as reason
from sources
where
    not sources.is_registered
    and sources.article_count > 0
