-- One row per telling word of an article's head, of the reading in force.
with article_terms as (

    select * from {{ source('raw', 'read_article_terms') }}
    where reading_id in (select current_readings.reading_id from {{ source('raw', 'current_readings') }} as current_readings)

)

select
    document_id,
    article_id,
    term,
    is_name
from article_terms
