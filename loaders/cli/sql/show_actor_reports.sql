-- One row per mention of an actor by name or title, in the order of publication.
select
    sources.name as outlet,
    articles.published_edtf as published,
    documents.uri as document,
    mentions.mention_kind as detail,
    documents.text,
    mentions.start_char,
    mentions.end_char
from marts.actor_mentions as mentions
inner join marts.documents as documents on mentions.document_id = documents.document_id
inner join marts.articles as articles on mentions.article_id = articles.article_id
left join marts.sources as sources on articles.source_id = sources.source_id
where mentions.actor_id = $fact_id
order by articles.published_from nulls last, documents.sha256, mentions.start_char
