-- One row per actor chain that a passage of its article credits and that bears the name of an outlet no register knows.
with

chains as (
    select * from {{ ref('stg_actor_chains') }}
    where registry_key is null and actor_type in ('organization', 'company')
),

passages as (
    select * from {{ ref('int_origins__passages') }}
),

articles as (
    select * from {{ ref('stg_articles') }}
),

registered_names as (
    select * from {{ ref('int_articles__registered_names') }}
),

outlet_words as (
    select * from {{ ref('outlet_words') }}
),

credited as (
    select attributed_chain_id as chain_id
    from passages
    where attributed_chain_id is not null
    union
    select told_chain_id as chain_id
    from passages
    where told_chain_id is not null
),

named as (
    select
        chains.chain_id,
        chains.name,
        {{ source_name_key('chains.name') }} as name_key
    from chains
    inner join credited on chains.chain_id = credited.chain_id
),

-- 'The Daily Ledger' by its words; 'the Kabwe Star', a name that a firm or a ship may bear, where a document was published by it.
known as (
    select named.chain_id
    from named
    inner join outlet_words
        on
            (outlet_words.place = 'last' and named.name_key like concat_ws('', '% ', outlet_words.word))
            or (outlet_words.place = 'first' and named.name_key like concat_ws('', outlet_words.word, ' %'))
    union
    select named.chain_id
    from named
    inner join articles on named.name_key = {{ source_name_key('articles.outlet_as_written') }}
)

select
    named.chain_id,
    named.name,
    named.name_key
from named
inner join known on named.chain_id = known.chain_id
left join registered_names on named.name_key = registered_names.name_key
where registered_names.name_key is null
