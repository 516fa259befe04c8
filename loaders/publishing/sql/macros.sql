-- Questions that every warehouse answers, as table macros of the published file; also published as macros.sql.
-- After attaching the file elsewhere, say `use dossier.marts` first: the macros name its tables by schema.

-- One row per fact known by a day, with its counts as they stood then: what articles published up to that day report.
-- An article counts from the last day it may have been published on; undated ones never do.
create or replace macro marts.as_of(day) as table
with reports as (
    select 'events' as fact_table, event_id as fact_id, event_report_id as report_id, article_id, origin_id, attributed_actor_id
    from marts.event_reports
    union all
    select 'figures', figure_id, figure_report_id, article_id, origin_id, attributed_actor_id
    from marts.figure_reports
    union all
    select 'actors', mentions.actor_id, mentions.actor_mention_id, mentions.article_id, articles.origin_id, null
    from marts.actor_mentions as mentions
    inner join marts.articles as articles on mentions.article_id = articles.article_id
    union all
    select 'statements', statement_id, statement_id, article_id, origin_id, actor_id
    from marts.statements
),
-- An outlet that is credited passes on what a body says: it is a claimant only where no body is credited.
outlets as (
    select distinct actor_id
    from marts.sources
    where is_registered and source_kind not in ('government', 'organization', 'think-tank') and actor_id is not null
),
labels as (
    select 'events' as fact_table, event_id as fact_id, title as label from marts.events
    union all
    select 'figures', figure_id, concat_ws(' ', measure, cast(value as varchar), unit) from marts.figures
    union all
    select 'actors', actor_id, name from marts.actors
    union all
    select 'statements', statement_id, quote from marts.statements
)
select
    reports.fact_table,
    reports.fact_id,
    any_value(labels.label) as label,
    cast(count(*) filter (where articles.is_main) as integer) as report_count,
    cast(count(distinct case when articles.is_main then reports.article_id end) as integer) as article_count,
    cast(count(distinct case when articles.is_main then articles.source_id end) as integer) as source_count,
    cast(count(distinct case when articles.is_main then reports.origin_id end) as integer) as origin_count,
    cast(coalesce(
        nullif(count(distinct case when articles.is_main and outlets.actor_id is null then reports.attributed_actor_id end), 0),
        count(distinct case when articles.is_main then reports.attributed_actor_id end)
    ) as integer) as claimant_count,
    min(articles.published_from) as first_published_on,
    max(articles.published_to) as last_published_on
from reports
inner join marts.articles as articles on reports.article_id = articles.article_id
left join outlets on reports.attributed_actor_id = outlets.actor_id
inner join labels on reports.fact_table = labels.fact_table and reports.fact_id = labels.fact_id
where articles.published_to <= cast(day as date)
group by reports.fact_table, reports.fact_id;

-- One row per event known by a day: as the reports published up to that day have it. Status and date are those of the latest of them.
create or replace macro marts.events_as_of(day) as table
with reports as (
    select
        reports.*,
        row_number() over (
            partition by reports.event_id
            order by articles.published_to desc, articles.published_from desc, reports.event_report_id
        ) as newest_first
    from marts.event_reports as reports
    inner join marts.articles as articles on reports.article_id = articles.article_id
    where articles.published_to <= cast(day as date)
)
select
    known.fact_id as event_id,
    events.event_type,
    events.event_subtype,
    known.label as title,
    latest.occurred_edtf,
    latest.status,
    known.report_count,
    known.article_count,
    known.source_count,
    known.origin_count,
    known.claimant_count,
    known.first_published_on
from marts.as_of(day) as known
inner join marts.events as events on known.fact_id = events.event_id
inner join reports as latest on known.fact_id = latest.event_id and latest.newest_first = 1
where known.fact_table = 'events';

-- One row per figure and value reported by a day, with how many articles and origins gave that value.
create or replace macro marts.figures_as_of(day) as table
select
    figures.figure_id,
    figures.measure,
    figures.subject,
    reports.comparator,
    reports.value,
    reports.value_max,
    reports.unit,
    figures.period_edtf,
    figures.place_code,
    cast(count(distinct case when articles.is_main then reports.article_id end) as integer) as article_count,
    cast(count(distinct case when articles.is_main then reports.origin_id end) as integer) as origin_count,
    min(articles.published_from) as first_published_on
from marts.figure_reports as reports
inner join marts.figures as figures on reports.figure_id = figures.figure_id
inner join marts.articles as articles on reports.article_id = articles.article_id
where articles.published_to <= cast(day as date)
group by
    figures.figure_id, figures.measure, figures.subject, reports.comparator, reports.value, reports.value_max, reports.unit,
    figures.period_edtf, figures.place_code;

-- One row per fact that a publication held, with the id that stands for it now (NULL where it is gone).
create or replace macro marts.as_of_version(version_number) as table
with present as (
    select 'events' as fact_table, event_id as fact_id, title as label from marts.events
    union all
    select 'figures', figure_id, concat_ws(' ', measure, cast(value as varchar), unit) from marts.figures
    union all
    select 'actors', actor_id, name from marts.actors
    union all
    select 'statements', statement_id, quote from marts.statements
    union all
    select 'relations', relation_id, reason from marts.relations
)
select
    history.fact_table,
    history.fact_id,
    history.first_version,
    history.last_version,
    present.fact_id as current_id,
    present.label
from marts.fact_history as history
left join marts.id_history as moved on history.fact_table = moved.table_name and history.fact_id = moved.old_id
left join present
    on history.fact_table = present.fact_table and coalesce(moved.current_id, history.fact_id) = present.fact_id
where cast(version_number as integer) between history.first_version and history.last_version;

-- The link that opens a page at a quote and marks it: a text fragment, of a long quote its first and last words.
create or replace macro marts.page_link(page_url, quote) as
    split_part(page_url, '#', 1) || '#:~:text=' || case
        when length(quote) <= 100 then replace(url_encode(quote), '-', '%2D')
        else
            replace(url_encode(regexp_extract(quote, '^(\S+\s+){0,5}\S+')), '-', '%2D')
            || ',' || replace(url_encode(regexp_extract(quote, '(\S+\s+){0,5}\S+$')), '-', '%2D')
    end;

-- One row per printed passage behind an id: of a fact, of a report, mention or statement, or of an id published earlier.
create or replace macro marts.evidence_of(any_id) as table
with meant as (
    select any_id as id
    union
    select current_id from marts.id_history where old_id = any_id
),
passages as (
    select event_report_id as passage_id from marts.event_reports where event_id in (select id from meant)
    union all
    select figure_report_id from marts.figure_reports where figure_id in (select id from meant)
    union all
    select actor_mention_id from marts.actor_mentions where actor_id in (select id from meant)
    union all
    select item_mention_id from marts.item_mentions where item_id in (select id from meant)
    union all
    select id from meant
    union all
    select side_id
    from (
        select left_id as side_id from marts.relations where relation_id in (select id from meant)
        union all
        select right_id from marts.relations where relation_id in (select id from meant)
    ) as sides
)
select
    evidence.fact_table,
    evidence.fact_id,
    sources.name as outlet,
    articles.published_edtf,
    documents.name as document,
    evidence.quote,
    evidence.document_id,
    evidence.article_id,
    evidence.start_char,
    evidence.end_char,
    marts.page_link(documents.page_url, evidence.quote) as page_link,
    evidence.page_number
from marts.evidence as evidence
inner join marts.documents as documents on evidence.document_id = documents.document_id
inner join marts.articles as articles on evidence.article_id = articles.article_id
left join marts.sources as sources on articles.source_id = sources.source_id
where evidence.fact_id in (select passage_id from passages)
order by articles.published_from nulls last, documents.sha256, evidence.start_char;

-- One row per event that an actor took part in and statement it made, in order of time, undated ones last. Give its id or name.
create or replace macro marts.timeline(actor) as table
with meant as (
    select actor_id from marts.actors where actor_id = actor or lower(name) = lower(actor)
    union
    select actor_id from marts.actor_names where lower(name_as_written) = lower(actor)
    union
    select current_id from marts.id_history where old_id = actor
),
entries as (
    select
        events.occurred_from as day_from,
        events.occurred_edtf as edtf,
        concat(events.event_type, ' ', events.event_subtype) as what,
        participants.role as actor_role,
        events.status,
        events.title as words,
        events.origin_count,
        participants.actor_id,
        events.event_id as fact_id
    from marts.event_participants as participants
    inner join marts.events as events on participants.event_id = events.event_id
    union all
    select
        said_from, said_edtf, 'statement', 'speaker', case when is_direct then 'quoted' else 'reported' end, quote,
        null, actor_id, statement_id
    from marts.statements
    where copy_of_statement_id is null
)
select
    entries.day_from,
    entries.edtf,
    actors.name as actor,
    entries.what,
    entries.actor_role,
    entries.status,
    entries.words,
    entries.origin_count,
    entries.fact_id
from entries
inner join marts.actors as actors on entries.actor_id = actors.actor_id
where entries.actor_id in (select actor_id from meant)
order by entries.day_from nulls last, entries.what, entries.fact_id;

comment on macro table marts.as_of is 'Facts known by a day, with their counts as they stood then: select * from as_of(''2025-06-30'').';
comment on macro table marts.events_as_of is 'Events known by a day, with the status and date of the report that was the latest then.';
comment on macro table marts.figures_as_of is 'Values of figures reported by a day, each with the articles and origins that gave it.';
comment on macro table marts.as_of_version is 'Facts that a publication held, with the ids that stand for them now: select * from as_of_version(3).';
comment on macro marts.page_link is 'The link that opens a page at a quote and marks it: page_link(page_url, quote).';
comment on macro table marts.evidence_of is 'Printed passages behind any id, present or former, of a fact, report, mention or statement.';
comment on macro table marts.timeline is 'What an actor (id or name) did and said, in order of time.';
