-- One row per part of a document, or whole document, that could not be read.
with

reading_failures as (
    select * from {{ ref('stg_reading_failures') }}
),

rejections as (
    select * from {{ ref('stg_rejections') }}
),

documents as (
    select * from {{ ref('documents') }}
)

select
    'part' as lost,
    reading_failures.document_id,
    documents.name,
    reading_failures.article_id,
    reading_failures.start_char,
    reading_failures.end_char,
    reading_failures.reader,
    reading_failures.error as reason
from reading_failures
inner join documents on reading_failures.document_id = documents.document_id

union all

select
    'document' as lost,
    cast(null as string) as document_id,
    rejections.name,
    cast(null as string) as article_id,
    cast(null as integer) as start_char,
    cast(null as integer) as end_char,
    rejections.reader,
    rejections.reason
from rejections
