-- One row: an article with the range of its text in the document.
select
    articles.article_id as fact_id,
    articles.document_id,
    articles.headline,
    articles.byline,
    articles.source_id,
    sources.name as outlet,
    upstream.name as upstream,
    articles.published_edtf,
    articles.published_basis,
    articles.word_count,
    articles.copy_of_article_id,
    copied_sources.name as copied_from,
    articles.origin_id,
    documents.name as document,
    documents.uri,
    documents.page_url,
    documents.licence,
    documents.char_count,
    coalesce(parts.start_char, 0) as start_char,
    coalesce(parts.end_char, documents.char_count) as end_char
from marts.articles as articles
inner join marts.documents as documents on articles.document_id = documents.document_id
left join marts.sources as sources on articles.source_id = sources.source_id
left join marts.sources as upstream on articles.upstream_source_id = upstream.source_id
left join marts.articles as copied on articles.copy_of_article_id = copied.article_id
left join marts.sources as copied_sources on copied.source_id = copied_sources.source_id
left join (
    select article_id, min(start_char) as start_char, max(end_char) as end_char
    from marts.article_parts
    where article_id = $fact_id
    group by article_id
) as parts on articles.article_id = parts.article_id
where articles.article_id = $fact_id
