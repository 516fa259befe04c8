select documents.name, sources.name as outlet, upstream.name as taken_from, articles.published_edtf, originals.name as copy_of,
    (select count(*) from marts.statements as statements
     where statements.article_id = articles.article_id and statements.copy_of_statement_id is not null) as copied_statements
from marts.articles as articles
inner join marts.documents as documents on articles.document_id = documents.document_id
left join marts.sources as sources on articles.source_id = sources.source_id
left join marts.sources as upstream on articles.upstream_source_id = upstream.source_id
left join marts.articles as copied on articles.copy_of_article_id = copied.article_id
left join marts.documents as originals on copied.document_id = originals.document_id
order by documents.name, articles.article_number
