-- One row per report whose passage credits an outlet other than the article's own, with that outlet.
with

passages as (
    select * from {{ ref('int_origins__passages') }}
),

articles as (
    select * from {{ ref('int_articles__articles') }}
),

origins as (
    select * from {{ ref('int_origins__articles') }}
),

chain_sources as (
    select * from {{ ref('int_origins__chain_sources') }}
),

registered_names as (
    select * from {{ ref('int_articles__registered_names') }}
),

press as (
    select source_id from {{ ref('int_articles__sources') }}
    where is_registered and source_kind not in ('government', 'organization', 'think-tank')
),

mentions as (
    select * from {{ ref('stg_actor_mentions') }}
),

-- '…', he said, according to the Morning Post: the outlet is named right behind the quoted words.
-- Event and figure reports name whom they credit themselves; behind them may stand a photo credit.
beside as (
    select
        passages.report_table,
        passages.report_id,
        chain_sources.source_id,
        row_number() over (
            partition by passages.report_table, passages.report_id
            order by mentions.start_char, chain_sources.source_id
        ) as choice
    from passages
    inner join mentions
        on
            passages.article_id = mentions.article_id
            and mentions.start_char >= passages.end_char
            and mentions.start_char < passages.end_char + 50
            and passages.report_table = 'statements'
    inner join chain_sources
        on mentions.chain_id = chain_sources.chain_id
),

credited as (
    select
        passages.report_table,
        passages.report_id,
        passages.article_id,
        coalesce(by_chain.source_id, by_told.source_id, press.source_id, beside.source_id) as attributed_source_id
    from passages
    left join chain_sources as by_chain
        on passages.attributed_chain_id = by_chain.chain_id
    left join chain_sources as by_told
        on passages.told_chain_id = by_told.chain_id
    left join registered_names
        on {{ source_name_key('passages.attributed_as_written') }} = registered_names.name_key
    left join press
        on registered_names.source_id = press.source_id
    left join beside
        on
            passages.report_table = beside.report_table
            and passages.report_id = beside.report_id
            and beside.choice = 1
)

select
    credited.report_table,
    credited.report_id,
    credited.attributed_source_id
from credited
inner join articles
    on credited.article_id = articles.article_id
left join origins
    on credited.article_id = origins.article_id
left join articles as copied
    on origins.copy_of_article_id = copied.article_id
where
    credited.attributed_source_id is not null
    -- Its own outlet, the wire it was taken from, or the outlet it copies: no other text stands behind the passage.
    and credited.attributed_source_id <> coalesce(articles.source_id, '')
    and credited.attributed_source_id <> coalesce(articles.upstream_source_id, '')
    and credited.attributed_source_id <> coalesce(copied.source_id, '')
