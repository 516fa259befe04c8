-- One row per place where an actor is named, described or referred to.
with

current_readings as (
    select
        reading_id,
        reader_version
    from {{ source('raw', 'current_readings') }}
),

read_rows as (
    select * from {{ source('raw', 'read_actor_mentions') }}
)

select
    read_rows.actor_mention_id,
    read_rows.document_id,
    read_rows.article_id,
    read_rows.chain_id,
    read_rows.start_char,
    read_rows.end_char,
    read_rows.text,
    read_rows.mention_kind,
    read_rows.reader,
    current_readings.reader_version,
    read_rows.rule
from read_rows
inner join current_readings on read_rows.reading_id = current_readings.reading_id
