-- One row per figure report of an earlier version of a page whose sentence stands in the present one with another value.
{%- set fewest = 12 %}
with

earlier_reports as (
    select * from {{ ref('stg_superseded_figure_reports') }}
),

reports as (
    select * from {{ ref('stg_figure_reports') }}
),

documents as (
    select * from {{ ref('stg_documents') }}
),

-- The words before and behind the number, by which its sentence is known again.
framed_earlier as (
    select
        earlier_reports.*,
        substr(earlier_reports.quote, 1, earlier_reports.start_char - earlier_reports.quote_start_char) as words_before,
        substr(earlier_reports.quote, earlier_reports.end_char - earlier_reports.quote_start_char + 1) as words_behind
    from earlier_reports
    inner join documents on earlier_reports.current_document_id = documents.document_id
    -- What is still printed was not corrected.
    where position(earlier_reports.quote in documents.text) = 0
),

framed as (
    select
        reports.*,
        substr(reports.quote, 1, reports.start_char - reports.quote_start_char) as words_before,
        substr(reports.quote, reports.end_char - reports.quote_start_char + 1) as words_behind
    from reports
),

paired as (
    select
        framed.figure_report_id,
        framed.text,
        framed_earlier.figure_report_id as earlier_report_id,
        framed_earlier.current_document_id as document_id,
        framed_earlier.version_number,
        framed_earlier.start_char as earlier_start_char,
        framed_earlier.end_char as earlier_end_char,
        framed_earlier.text as earlier_text,
        framed_earlier.quote as earlier_quote,
        row_number() over (
            partition by framed_earlier.figure_report_id
            order by
                case when framed.words_before = framed_earlier.words_before then 0 else 1 end
                + case when framed.words_behind = framed_earlier.words_behind then 0 else 1 end,
                framed.start_char
        ) as choice,
        -- A page that was changed twice is held against the version that printed the value last.
        row_number() over (
            partition by framed.figure_report_id
            order by framed_earlier.version_number desc, framed_earlier.start_char
        ) as earlier_choice
    from framed
    inner join framed_earlier
        on
            framed.document_id = framed_earlier.current_document_id
            and framed.measure = framed_earlier.measure
            and coalesce(framed.unit, '') = coalesce(framed_earlier.unit, '')
            and (
                (length(framed.words_before) >= {{ fewest }} and framed.words_before = framed_earlier.words_before)
                or (length(framed.words_behind) >= {{ fewest }} and framed.words_behind = framed_earlier.words_behind)
            )
    where framed.value <> framed_earlier.value
)

select
    paired.figure_report_id,
    paired.text,
    paired.earlier_report_id,
    paired.document_id,
    paired.version_number,
    paired.earlier_start_char,
    paired.earlier_end_char,
    paired.earlier_text,
    paired.earlier_quote
from paired
where
    paired.choice = 1
    and paired.earlier_choice = 1
