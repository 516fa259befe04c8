-- One row per article, with its publication date or interval and what that rests on.
with articles as (
    select * from {{ ref('stg_articles') }}
),

given as (
    select * from {{ ref('int_dates__given_dates') }}
),

inferred as (
    select * from {{ ref('int_dates__inferred_intervals') }}
)

select
    articles.article_id,
    coalesce(
        given.published_edtf,
        case
            when inferred.article_id is null then null
            when inferred.published_from = inferred.published_to then {{ dossier.edtf_day('inferred.published_from') }}
            else concat_ws('', {{ dossier.edtf_day('inferred.published_from') }}, '/', {{ dossier.edtf_day('inferred.published_to') }})
        end
    ) as published_edtf,
    case when given.article_id is null then inferred.published_from else given.published_from end as published_from,
    case when given.article_id is null then inferred.published_to else given.published_to end as published_to,
    case
        when given.article_id is not null then given.published_basis
        when inferred.article_id is not null then 'inferred'
        else 'unknown'
    end as published_basis,
    case when given.article_id is null then inferred.published_rule end as published_rule
from articles
left join given
    on articles.article_id = given.article_id
left join inferred
    on articles.article_id = inferred.article_id
