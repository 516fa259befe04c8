-- One row per article, with the text it goes back to.
with articles as (

    select * from {{ ref('int_articles__articles') }}

)

select
    articles.article_id,
    cast(null as varchar) as copy_of_article_id,
    {{ hash_id('org', ['articles.article_id']) }} as origin_id,
    cast(null as integer) as shared_shingle_count,
    cast(null as double) as containment
from articles
