-- One row per article that some reports stand in: what heads a passage from it.
select
    articles.article_id,
    articles.headline,
    articles.published_edtf,
    articles.is_main,
    articles.source_id,
    sources.name as outlet,
    documents.document_id,
    documents.name as document,
    documents.uri,
    documents.page_url,
    documents.licence,
    copied_sources.name as copied_from
from marts.articles as articles
inner join marts.documents as documents on articles.document_id = documents.document_id
left join marts.sources as sources on articles.source_id = sources.source_id
left join marts.articles as copied on articles.copy_of_article_id = copied.article_id
left join marts.sources as copied_sources on copied.source_id = copied_sources.source_id
where articles.article_id in (select unnest(string_split($article_ids, ' ')))
