-- One row per mention of an actor, in the order of publication, with the text around it and how many there are.
with

shown as (
    select
        mentions.actor_mention_id,
        mentions.article_id,
        mentions.document_id,
        mentions.start_char,
        mentions.end_char,
        articles.published_from,
        articles.published_edtf,
        articles.headline,
        articles.source_id
    from marts.actor_mentions as mentions
    inner join marts.articles as articles on mentions.article_id = articles.article_id
    where mentions.actor_id = $fact_id
    order by articles.published_from nulls last, mentions.article_id, mentions.start_char
    limit $row_limit offset $row_offset
)

select
    shown.article_id,
    shown.published_edtf,
    coalesce(shown.headline, documents.name) as headline,
    sources.name as outlet,
    shown.start_char,
    shown.end_char,
    greatest(shown.start_char - 700, 0) as window_start,
    substr(documents.text, greatest(shown.start_char - 700, 0) + 1, shown.end_char - shown.start_char + 1400) as window_text,
    (select count(*) from marts.actor_mentions where actor_id = $fact_id) as total
from shown
inner join marts.documents as documents on shown.document_id = documents.document_id
left join marts.sources as sources on shown.source_id = sources.source_id
order by shown.published_from nulls last, shown.article_id, shown.start_char
