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

event_reports as (
    select * from {{ ref('event_reports') }}
),

actor_mentions as (
    select * from {{ ref('actor_mentions') }}
),

chain_mentions as (
    select * from {{ ref('stg_actor_mentions') }}
),

judgements as (
    select * from {{ ref('merge_judgements') }}
),

-- Every id that a judgement may name, with the fact it belongs to now.
judged_facts as (
    select
        'events' as table_name,
        event_reports.event_report_id as judged_id,
        event_reports.event_id as fact_id
    from event_reports
    union all
    select
        'figures' as table_name,
        figure_reports.figure_report_id as judged_id,
        figure_reports.figure_id as fact_id
    from figure_reports
    union all
    select
        'actors' as table_name,
        actor_mentions.actor_mention_id as judged_id,
        actor_mentions.actor_id as fact_id
    from actor_mentions
    union all
    select
        'actors' as table_name,
        chain_mentions.chain_id as judged_id,
        min(actor_mentions.actor_id) as fact_id
    from chain_mentions
    inner join actor_mentions on chain_mentions.actor_mention_id = actor_mentions.actor_mention_id
    group by chain_mentions.chain_id
),

bound_judgements as (
    select
        judgements.*,
        left_facts.fact_id as left_fact_id,
        right_facts.fact_id as right_fact_id
    from judgements
    left join judged_facts as left_facts
        on
            judgements.table_name = left_facts.table_name
            and judgements.left_id = left_facts.judged_id
    left join judged_facts as right_facts
        on
            judgements.table_name = right_facts.table_name
            and judgements.right_id = right_facts.judged_id
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
    concat_ws(
        '',
        'A person printed in ', cast(many_names.name_count as string), ' forms: two people may have been merged.'
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

union all

-- Judgements are shared by all warehouses: in one that lacks the document this is in order.
select
    'judgement-binds-to-nothing' as suspicion,
    bound_judgements.table_name as fact_table,
    concat_ws('', bound_judgements.left_id, ' ', bound_judgements.right_id) as fact_id,
    'A judgement names a report or mention that no current document holds.' as reason
from bound_judgements
where
    bound_judgements.left_fact_id is null
    or bound_judgements.right_fact_id is null

union all

select
    'judgement-not-kept' as suspicion,
    bound_judgements.table_name as fact_table,
    concat_ws('', bound_judgements.left_id, ' ', bound_judgements.right_id) as fact_id,
    concat_ws(
        '',
        'Judged ', bound_judgements.verdict,
        ', but another judgement on the same reports, or the actor registry, says otherwise.'
    ) as reason
from bound_judgements
where
    (bound_judgements.verdict = 'same' and bound_judgements.left_fact_id <> bound_judgements.right_fact_id)
    or (bound_judgements.verdict = 'different' and bound_judgements.left_fact_id = bound_judgements.right_fact_id)
