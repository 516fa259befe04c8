-- Reports, mentions and statements that lie outside the parts of their article.
with

evidence as (
    select * from {{ ref('evidence') }}
),

article_parts as (
    select * from {{ ref('article_parts') }}
    where part_kind <> 'boilerplate'
)

select
    evidence.fact_table,
    evidence.fact_id,
    evidence.document_id,
    evidence.quote
from evidence
left join article_parts
    on
        evidence.article_id = article_parts.article_id
        and evidence.start_char >= article_parts.start_char
        and evidence.end_char <= article_parts.end_char
where article_parts.article_part_id is null
