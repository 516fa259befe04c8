-- One row per actor, title and body that the title belongs to.
with

roles as (
    select * from {{ ref('int_actors__roles') }}
),

articles as (
    select * from {{ ref('articles') }}
)

select
    roles.actor_id,
    roles.title,
    roles.organization_actor_id,
    cast(count(distinct case when articles.is_main then articles.article_id end) as integer) as article_count,
    min(articles.published_from) as first_published_on,
    max(articles.published_to) as last_published_on
from roles
inner join articles on roles.article_id = articles.article_id
group by roles.actor_id, roles.title, roles.organization_actor_id
