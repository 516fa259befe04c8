-- One row per article, with the words by which a reader knows it.
with

articles as (
    select * from {{ ref('int_articles__articles') }}
),

sources as (
    select * from {{ ref('int_articles__sources') }}
),

documents as (
    select * from {{ ref('stg_documents') }}
),

correction_headlines as (
    select * from {{ ref('correction_headlines') }}
),

notices as (
    select * from {{ ref('stg_corrections') }}
),

corrections as (
    select articles.article_id
    from articles
    inner join correction_headlines
        on lower(articles.headline) like concat_ws('', correction_headlines.headline_start, '%')
    union
    select notices.article_id
    from notices
)

select
    articles.article_id,
    articles.source_id,
    concat_ws(
        '',
        -- A text of an agency that no outlet's name stands on is known by the agency.
        coalesce(sources.name, upstream.name, documents.name),
        case when articles.headline is null then '' else concat_ws('', ' (''', articles.headline, ''')') end
    ) as label,
    corrections.article_id is not null as is_correction
from articles
inner join documents on articles.document_id = documents.document_id
left join sources on articles.source_id = sources.source_id
left join sources as upstream on articles.upstream_source_id = upstream.source_id
left join corrections on articles.article_id = corrections.article_id
