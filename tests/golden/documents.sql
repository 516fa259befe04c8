select documents.name, articles.article_number, articles.is_main, articles.headline, sources.name as outlet, articles.byline,
    articles.published_edtf, articles.published_basis, originals.name as copy_of
from marts.articles as articles
inner join marts.documents as documents on articles.document_id = documents.document_id
left join marts.sources as sources on articles.source_id = sources.source_id
left join marts.articles as copied on articles.copy_of_article_id = copied.article_id
left join marts.documents as originals on copied.document_id = originals.document_id
order by documents.name, articles.article_number
