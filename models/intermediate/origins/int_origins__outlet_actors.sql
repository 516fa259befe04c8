-- One row per actor that is a registered press outlet: who credits it has the news from it, not by its own knowledge.
with

source_actors as (
    select * from {{ ref('int_origins__source_actors') }}
),

sources as (
    select * from {{ ref('int_articles__sources') }}
    where is_registered and source_kind not in ('government', 'organization', 'think-tank')
)

select distinct source_actors.actor_id
from source_actors
inner join sources on source_actors.source_id = sources.source_id
