-- One row per file or record that could not be read.
with

rejections as (
    select * from {{ source('raw', 'rejections') }}
)

select
    rejections.rejection_id,
    rejections.record_key,
    rejections.name,
    rejections.uri,
    rejections.sha256,
    rejections.byte_count,
    rejections.reason_code,
    rejections.reason,
    rejections.reader,
    rejections.reader_version,
    rejections.load_id,
    rejections.landed_at
from rejections
