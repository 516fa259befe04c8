-- One row per file or record that is set aside because it cannot be read.
with

rejections as (
    select * from {{ source('raw', 'rejections') }}
),

current_rejections as (
    select * from {{ source('raw', 'current_rejections') }}
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
where rejections.rejection_id in (select current_rejections.rejection_id from current_rejections)
