-- One row per row that was read from a document: its kind, place, what it was taken for, and the rule.
select 'actors' as kind, mentions.start_char, mentions.end_char, actors.name as label, mentions.rule
from marts.actor_mentions as mentions
inner join marts.actors as actors on mentions.actor_id = actors.actor_id
where mentions.document_id = $document_id

union all

select 'times' as kind, start_char, end_char, concat_ws(' ', time_kind, value) as label, rule
from marts.time_expressions
where document_id = $document_id

union all

select
    'figures' as kind,
    reports.start_char,
    reports.end_char,
    concat_ws(' ', figures.measure, reports.comparator, cast(reports.value as varchar), reports.unit) as label,
    reports.rule
from marts.figure_reports as reports
inner join marts.figures as figures on reports.figure_id = figures.figure_id
where reports.document_id = $document_id

union all

select
    'statements' as kind,
    statements.start_char,
    statements.end_char,
    concat_ws(' ', coalesce(actors.name, statements.speaker_as_written), statements.cue) as label,
    statements.rule
from marts.statements as statements
left join marts.actors as actors on statements.actor_id = actors.actor_id
where statements.document_id = $document_id

union all

select
    'events' as kind,
    start_char,
    end_char,
    concat_ws(' ', event_type || '·' || event_subtype, status, occurred_edtf) as label,
    rule
from marts.event_reports
where document_id = $document_id

union all

select 'items' as kind, mentions.start_char, mentions.end_char, items.name as label, mentions.rule
from marts.item_mentions as mentions
inner join marts.items as items on mentions.item_id = items.item_id
where mentions.document_id = $document_id

order by start_char, end_char, kind
