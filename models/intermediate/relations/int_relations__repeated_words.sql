-- One row per statement of an article and statement of the article it copies that holds the same words, or is held in them.
with

articles as (
    select * from {{ ref('int_origins__articles') }}
    where copy_of_article_id is not null
),

statements as (
    select * from {{ ref('stg_statements') }}
),

speakers as (
    select * from {{ ref('int_statements__statements') }}
),

article_labels as (
    select * from {{ ref('int_relations__article_labels') }}
),

-- Without quotation marks: what one outlet prints as one quotation another cuts into two.
worded as (
    select
        statements.statement_id,
        statements.article_id,
        statements.is_direct,
        speakers.actor_id,
        {{ plain_words("replace(replace(statements.quote, '''', ''), '’', '')") }} as words
    from statements
    inner join speakers on statements.statement_id = speakers.statement_id
),

long_enough as (
    select * from worded
    where {{ first_words('worded.words', 6) }} <> ''
)

select
    'derived-from' as relation_kind,
    'statements' as left_table,
    later.statement_id as left_id,
    'statements' as right_table,
    earlier.statement_id as right_id,
    concat_ws('', copies.label, ' has words in it that ', originals.label, ', whose text it re-uses, has too.') as reason,
    'repeated-words' as rule
from articles
inner join long_enough as later on articles.article_id = later.article_id
inner join long_enough as earlier on articles.copy_of_article_id = earlier.article_id
inner join article_labels as copies on articles.article_id = copies.article_id
inner join article_labels as originals on articles.copy_of_article_id = originals.article_id
where
    (instr(later.words, earlier.words) > 0 or instr(earlier.words, later.words) > 0)
    and (later.is_direct or earlier.is_direct)
    and coalesce(later.actor_id, earlier.actor_id, '') = coalesce(earlier.actor_id, later.actor_id, '')
