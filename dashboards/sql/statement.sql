-- One row: a statement.
select
    statements.statement_id as fact_id,
    statements.quote,
    statements.actor_id,
    coalesce(actors.name, statements.speaker_as_written, 'unnamed speaker') as speaker,
    statements.cue,
    statements.is_direct,
    statements.addressee_actor_id,
    addressees.name as addressee,
    statements.said_edtf,
    statements.copy_of_statement_id
from marts.statements as statements
left join marts.actors as actors on statements.actor_id = actors.actor_id
left join marts.actors as addressees on statements.addressee_actor_id = addressees.actor_id
where statements.statement_id = $fact_id
