-- One row per actor chain, with its place in the anchor order and the words it may be merged by.
with

chains as (
    select * from {{ ref('stg_actor_chains') }}
),

mentions as (
    select
        chain_id,
        min(start_char) as start_char
    from {{ ref('stg_actor_mentions') }}
    group by chain_id
),

articles as (
    select * from {{ ref('int_articles__articles') }}
),

article_dates as (
    select * from {{ ref('int_dates__articles') }}
),

judgements as (
    select * from {{ ref('int_judgements__pairs') }}
    where table_name = 'actors'
),

-- A judged chain is a signature of its own, so that the verdict can part it from namesakes that agree in everything.
judged_chains as (
    select left_id as chain_id from judgements
    union
    select right_id as chain_id from judgements
),

-- What is judged one with a body that the registry knows is that body.
judged_registry as (
    select
        chains.chain_id,
        min(known.registry_key) as registry_key
    from judgements
    inner join chains on chains.chain_id in (judgements.left_id, judgements.right_id)
    inner join chains as known on known.chain_id in (judgements.left_id, judgements.right_id)
    where judgements.verdict = 'same'
    group by chains.chain_id
),

generic_bodies as (
    select name_key
    from {{ ref('generic_bodies') }}
    group by name_key
),

-- A body with a name that every country has, and no country, is known inside its own article only; so is a lone surname
-- without title or affiliation, but that is for the pairs to say.
described as (
    select
        chains.chain_id,
        chains.article_id,
        chains.document_id,
        chains.name_key,
        chains.actor_type,
        chains.country_code,
        coalesce(chains.registry_key, judged_registry.registry_key) as registry_key,
        judged_chains.chain_id as judged_chain_id,
        case
            when chains.actor_type in ('organization', 'company', 'government-body') then 'body'
            else chains.actor_type
        end as actor_kind,
        case when generic_bodies.name_key is not null then chains.article_id end as only_in_article_id,
        affiliations.name_key as affiliation_key,
        mentions.start_char,
        articles.document_sha256,
        article_dates.published_from
    from chains
    inner join mentions on chains.chain_id = mentions.chain_id
    inner join articles on chains.article_id = articles.article_id
    left join article_dates on chains.article_id = article_dates.article_id
    left join generic_bodies on chains.name_key = generic_bodies.name_key
    left join chains as affiliations on chains.affiliation_chain_id = affiliations.chain_id
    left join judged_chains on chains.chain_id = judged_chains.chain_id
    left join judged_registry on chains.chain_id = judged_registry.chain_id
)

select
    chain_id,
    article_id,
    document_id,
    name_key,
    actor_type,
    actor_kind,
    country_code,
    registry_key,
    affiliation_key,
    only_in_article_id,
    {{ hash_id('sig', ['actor_kind', 'name_key', 'country_code', 'affiliation_key', 'only_in_article_id']) }} as shared_signature_id,
    {{ hash_id('sig', ['actor_kind', 'name_key', 'country_code', 'affiliation_key', 'only_in_article_id', 'judged_chain_id']) }} as signature_id,
    row_number() over (
        order by published_from nulls last, document_sha256, start_char, document_id, chain_id
    ) as anchor_rank
from described
