-- One row per document that holds the words, the best match first, with how many there are, the place of the first of
-- the words (by its beginning, case aside) and the text around it. Asked of the search index.
with

matches as (
    select document_id, score
    from (
        select document_id, fts_main_documents.match_bm25(document_id, $words) as score
        from documents
    ) as scored
    where score is not null
),

shown as (
    select *
    from matches
    order by score desc, document_id
    limit $row_limit offset $row_offset
),

placed as (
    select
        shown.document_id,
        shown.score,
        documents.text,
        greatest(strpos(lower(documents.text), lower($first_word)) - 1, 0) as place
    from shown
    inner join documents on shown.document_id = documents.document_id
)

select
    placed.document_id,
    articles.article_id as fact_id,
    coalesce(articles.headline, published_documents.name) as title,
    sources.name as outlet,
    articles.published_edtf,
    placed.place,
    greatest(placed.place - 700, 0) as window_start,
    substr(placed.text, greatest(placed.place - 700, 0) + 1, 1400) as window_text,
    (select count(*) from matches) as total
from placed
inner join published.marts.documents as published_documents on placed.document_id = published_documents.document_id
left join published.marts.articles as articles
    on placed.document_id = articles.document_id and articles.article_number = 1
left join published.marts.sources as sources on articles.source_id = sources.source_id
order by placed.score desc, placed.document_id
