-- One row per article or statement that repeats the words of an earlier one, as a tie between the two.
with

articles as (
    select * from {{ ref('int_origins__articles') }}
),

article_labels as (
    select * from {{ ref('int_relations__article_labels') }}
),

statements as (
    select * from {{ ref('int_statements__statements') }}
)

select
    'derived-from' as relation_kind,
    'articles' as left_table,
    articles.article_id as left_id,
    'articles' as right_table,
    articles.copy_of_article_id as right_id,
    concat_ws('', copies.label, ' re-uses the wording of ', originals.label, '.') as reason,
    'article-copy' as rule
from articles
inner join article_labels as copies on articles.article_id = copies.article_id
inner join article_labels as originals on articles.copy_of_article_id = originals.article_id

union all

select
    'derived-from' as relation_kind,
    'statements' as left_table,
    statements.statement_id as left_id,
    'statements' as right_table,
    statements.copy_of_statement_id as right_id,
    concat_ws('', copies.label, ' repeats words that ', originals.label, ' quotes.') as reason,
    'statement-copy' as rule
from statements
inner join statements as earlier on statements.copy_of_statement_id = earlier.statement_id
inner join article_labels as copies on statements.article_id = copies.article_id
inner join article_labels as originals on earlier.article_id = originals.article_id
where statements.article_id <> earlier.article_id
