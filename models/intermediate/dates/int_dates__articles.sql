-- One row per article, with its publication date or interval and what that rests on.
with articles as (
    select * from {{ ref('stg_articles') }}
),

given as (
    select * from {{ ref('int_dates__given_dates') }}
)

select
    articles.article_id,
    given.published_edtf,
    given.published_from,
    given.published_to,
    coalesce(given.published_basis, 'unknown') as published_basis,
    cast(null as varchar) as published_rule
from articles
left join given
    on articles.article_id = given.article_id
