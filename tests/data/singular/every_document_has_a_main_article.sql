-- Documents that were read and have no main article, and documents with several of which not all are main: only a list of equals has several.
with

documents as (
    select * from {{ ref('documents') }}
    where char_count > 0 and document_id in (select document_id from {{ ref('stg_readings') }})
),

articles as (
    select * from {{ ref('articles') }}
),

main_counts as (
    select
        articles.document_id,
        count(*) as article_count,
        count(case when articles.is_main then 1 end) as main_count
    from articles
    group by articles.document_id
)

select
    documents.document_id,
    documents.name,
    main_counts.article_count,
    main_counts.main_count
from documents
left join main_counts on documents.document_id = main_counts.document_id
where
    coalesce(main_counts.main_count, 0) = 0
    or (main_counts.main_count > 1 and main_counts.main_count < main_counts.article_count)
