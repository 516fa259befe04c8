-- Documents that were read, of which some words stand in no part. White space is taken out first, for blank lines belong to nobody.
{%- set white_space %}
    concat(
        chr(9), chr(10), chr(11), chr(12), chr(13), chr(28), chr(29), chr(30), chr(31), chr(32), chr(133), chr(160),
        chr(5760), chr(8192), chr(8193), chr(8194), chr(8195), chr(8196), chr(8197), chr(8198), chr(8199), chr(8200),
        chr(8201), chr(8202), chr(8232), chr(8233), chr(8239), chr(8287), chr(12288)
    )
{%- endset %}
with

documents as (
    select * from {{ ref('documents') }}
    where document_id in (select document_id from {{ ref('stg_readings') }})
),

article_parts as (
    select * from {{ ref('article_parts') }}
),

covered as (
    select
        article_parts.document_id,
        sum(
            length(translate(
                substr(documents.text, article_parts.start_char + 1, article_parts.end_char - article_parts.start_char),
                {{ white_space }}, ''
            ))
        ) as covered_count
    from article_parts
    inner join documents on article_parts.document_id = documents.document_id
    group by article_parts.document_id
)

select
    documents.document_id,
    documents.name,
    length(translate(documents.text, {{ white_space }}, '')) as char_count,
    coalesce(covered.covered_count, 0) as covered_count
from documents
left join covered on documents.document_id = covered.document_id
where length(translate(documents.text, {{ white_space }}, '')) <> coalesce(covered.covered_count, 0)
