-- One row per article and telling word of its head that few articles share.
with terms as (

    select * from {{ ref('stg_article_terms') }}

),

corpus as (

    select count(distinct article_id) as article_count
    from terms

),

spreads as (

    select
        term,
        count(*) as article_count
    from terms
    group by term

)

-- A word of half the articles, or of more than fifty, tells nothing; so the work grows with the number of articles.
select
    terms.article_id,
    terms.term,
    case when terms.is_name then 3 else 1 end as weight
from terms
inner join spreads on terms.term = spreads.term
cross join corpus
where spreads.article_count <= least(50, greatest(3, floor(corpus.article_count / 2.0)))
