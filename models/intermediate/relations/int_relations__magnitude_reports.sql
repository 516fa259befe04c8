-- One row per article, measure, place and order of magnitude: the first report there that gives no number but one.
with

reports as (
    select * from {{ ref('int_relations__figure_reports') }}
    where value is null
),

magnitude_words as (
    select * from {{ ref('magnitude_words') }}
),

measures as (
    select * from {{ ref('measure_list') }}
),

-- 'Tens of thousands each year' and 'hundreds of thousands so far' are two quantities.
recurring as (
    select figure_reports.figure_report_id
    from {{ ref('stg_figure_reports') }} as figure_reports
    inner join {{ ref('stg_time_expressions') }} as times
        on
            figure_reports.article_id = times.article_id
            and times.time_kind = 'set'
            and times.start_char >= figure_reports.quote_start_char
            and times.end_char <= figure_reports.quote_end_char
    group by figure_reports.figure_report_id
),

-- The longest form that stands in the words: 'tens of thousands' has 'thousands' in it.
read_magnitudes as (
    select
        reports.figure_report_id,
        magnitude_words.magnitude_words,
        magnitude_words.magnitude,
        row_number() over (
            partition by reports.figure_report_id
            order by length(magnitude_words.magnitude_words) desc, magnitude_words.magnitude_words
        ) as choice
    from reports
    inner join magnitude_words
        on {{ plain_words('reports.text') }} like concat_ws('', '%', magnitude_words.magnitude_words, '%')
),

-- One report an article, measure, place and order of magnitude.
magnitudes as (
    select
        reports.figure_report_id,
        reports.figure_id,
        reports.article_id,
        reports.measure,
        reports.place_code,
        reports.subject_key,
        reports.text,
        reports.start_char,
        reports.end_char,
        reports.anchor_rank,
        read_magnitudes.magnitude,
        recurring.figure_report_id is not null as is_recurring,
        row_number() over (
            partition by reports.article_id, reports.measure, reports.place_code, read_magnitudes.magnitude
            order by reports.anchor_rank
        ) as choice
    from reports
    inner join read_magnitudes
        on
            reports.figure_report_id = read_magnitudes.figure_report_id
            and read_magnitudes.choice = 1
    inner join measures
        on reports.measure = measures.measure
    left join recurring
        on reports.figure_report_id = recurring.figure_report_id
    -- 'Millions of Americans' are counted for any reason: only what the measure names can be the same quantity.
    where reports.place_code is not null and measures.is_specific
)

select
    figure_report_id,
    figure_id,
    article_id,
    measure,
    place_code,
    subject_key,
    text,
    start_char,
    end_char,
    anchor_rank,
    magnitude,
    is_recurring
from magnitudes
where choice = 1
