-- One row per stretch of an article whose wording is that of the article it copies, by its sampled word sequences.
with

articles as (
    select * from {{ ref('int_origins__articles') }}
),

shared_shingles as (
    select * from {{ ref('int_origins__shared_shingles') }}
),

shared as (
    select
        shared_shingles.*,
        lag(shared_shingles.end_char) over (
            partition by shared_shingles.article_id
            order by shared_shingles.start_char, shared_shingles.end_char
        ) as end_char_before
    from shared_shingles
    inner join articles
        on
            shared_shingles.article_id = articles.article_id
            and shared_shingles.earlier_article_id = articles.copy_of_article_id
),

numbered as (
    select
        *,
        sum(case when end_char_before is null or start_char > end_char_before + 200 then 1 else 0 end) over (
            partition by article_id
            order by start_char, end_char, shingle_hash
            rows between unbounded preceding and current row
        ) as passage_number
    from shared
)

select
    article_id,
    earlier_article_id as copy_of_article_id,
    cast(passage_number as integer) as passage_number,
    min(start_char) as start_char,
    max(end_char) as end_char,
    cast(count(*) as integer) as shared_shingle_count
from numbered
group by article_id, earlier_article_id, passage_number
