select documents.name, actors.name as speaker, statements.speaker_as_written, statements.cue, statements.is_direct, statements.said_edtf, statements.quote
from marts.statements as statements
inner join marts.documents as documents on statements.document_id = documents.document_id
left join marts.actors as actors on statements.actor_id = actors.actor_id
order by documents.name, statements.start_char, statements.end_char
