-- One row per direct quotation of six words or more that another article printed first: the same opening words, no
-- other speaker. The original is the first by the anchor order (publication date, document, place).
with

statements as (

    select * from {{ ref('stg_statements') }}

),

chains as (

    select * from {{ ref('int_actors__chains') }}

),

articles as (

    select * from {{ ref('int_articles__articles') }}

),

published as (

    select * from {{ ref('int_dates__articles') }}

),

-- Outlets cut quotations short at the end rather than at the head, so the opening words tell a copy.
quotations as (

    select
        statements.statement_id,
        statements.article_id,
        statements.start_char,
        statements.end_char,
        chains.actor_id,
        statements.rule = 'turn' as is_turn,
        {{ first_words(plain_words('statements.quote'), 6) }} as opening_words
    from statements
    left join chains
        on statements.speaker_chain_id = chains.chain_id
    where statements.is_direct

),

ranked as (

    select
        quotations.*,
        row_number() over (
            partition by quotations.opening_words
            order by
                published.published_from nulls last,
                articles.document_sha256,
                quotations.start_char,
                quotations.end_char,
                quotations.statement_id
        ) as anchor_rank
    from quotations
    inner join articles
        on quotations.article_id = articles.article_id
    left join published
        on quotations.article_id = published.article_id
    where quotations.opening_words != ''

)

select
    copies.statement_id,
    originals.statement_id as copy_of_statement_id
from ranked as copies
inner join ranked as originals
    on copies.opening_words = originals.opening_words
        and originals.anchor_rank = 1
        and copies.article_id != originals.article_id
        and coalesce(copies.actor_id, originals.actor_id, '') = coalesce(originals.actor_id, copies.actor_id, '')
where
    copies.anchor_rank > 1
    and not copies.is_turn -- one speaker opens many a speech with the same words
