-- One row per document that is to be read (of all current ones those that a chosen topic finds something in) and that these readers
-- have not read, with all that they are given of it.
with

wanted_documents as (
    select documents.document_id, documents.text, documents.language
    from raw.wanted_documents as wanted_documents
    inner join raw.documents as documents on wanted_documents.document_id = documents.document_id
),

metadata as (
    select
        document_id,
        -- Of a field given twice the later is taken: what a person wrote beside the document, then the record, then the page.
        sort_array(
            collect_list(
                named_struct(
                    'preference', case basis when 'page-metadata' then 0 when 'record' then 1 else 2 end,
                    'field', field,
                    'value', value
                )
            )
        ) as metadata
    from raw.document_metadata
    group by document_id
),

blocks as (
    select
        document_id,
        sort_array(
            collect_list(
                named_struct(
                    'block_number', block_number,
                    'start_char', start_char,
                    'end_char', end_char,
                    'block_kind', block_kind,
                    'region', region,
                    'story_number', story_number,
                    'page_number', page_number
                )
            )
        ) as blocks
    from raw.document_blocks
    group by document_id
),

last_readings as (
    select
        document_id,
        max(reading_number) as reading_number,
        max_by(reader_version, reading_number) as reader_version
    from raw.readings
    group by document_id
)

select
    wanted_documents.document_id,
    wanted_documents.text,
    wanted_documents.language,
    metadata.metadata,
    blocks.blocks,
    coalesce(last_readings.reading_number, 0) + 1 as reading_number
from wanted_documents
left join metadata on wanted_documents.document_id = metadata.document_id
left join blocks on wanted_documents.document_id = blocks.document_id
left join last_readings on wanted_documents.document_id = last_readings.document_id
where last_readings.reader_version is null or last_readings.reader_version <> :reader_version
