-- One row per pair of reports in different articles that give one thing in different orders of magnitude.
with

reports as (
    select * from {{ ref('int_relations__figure_reports') }}
    where value is null
),

item_mentions as (
    select * from {{ ref('int_items__mentions') }}
),

magnitude_words as (
    select * from {{ ref('magnitude_words') }}
),

measures as (
    select * from {{ ref('measure_list') }}
),

article_labels as (
    select * from {{ ref('int_relations__article_labels') }}
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
        on lower(reports.text) like concat('%', magnitude_words.magnitude_words, '%')
),

-- One report an article, measure, place and order of magnitude.
magnitudes as (
    select
        reports.figure_report_id,
        reports.article_id,
        reports.measure,
        reports.place_code,
        reports.subject_key,
        reports.text,
        reports.anchor_rank,
        read_magnitudes.magnitude,
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
    -- 'Millions of Americans' are counted for any reason: only what the measure names can be the same quantity.
    where reports.place_code is not null and measures.is_specific
),

-- What the number is of: a thing named no more than some 200 characters from it.
nearby_items as (
    select
        reports.figure_report_id,
        item_mentions.item_id
    from reports
    inner join item_mentions
        on
            reports.article_id = item_mentions.article_id
            and item_mentions.start_char between reports.start_char - 200 and reports.end_char + 200
    group by reports.figure_report_id, item_mentions.item_id
),

shared_items as (
    select
        later.figure_report_id as later_id,
        earlier.figure_report_id as earlier_id
    from nearby_items as later
    inner join nearby_items as earlier on later.item_id = earlier.item_id
    group by later.figure_report_id, earlier.figure_report_id
)

select
    'same-figure-different-value' as relation_kind,
    'figure_reports' as left_table,
    later.figure_report_id as left_id,
    'figure_reports' as right_table,
    earlier.figure_report_id as right_id,
    concat(
        lefts.label, ' prints ''', later.text, ''', ', rights.label, ' prints ''', earlier.text,
        ''': another order of magnitude for the same quantity.'
    ) as reason,
    'other-magnitude' as rule
from magnitudes as later
inner join magnitudes as earlier
    on
        later.measure = earlier.measure
        and later.place_code = earlier.place_code
        and later.anchor_rank > earlier.anchor_rank
        and later.article_id <> earlier.article_id
        and later.magnitude <> earlier.magnitude
left join shared_items
    on
        later.figure_report_id = shared_items.later_id
        and earlier.figure_report_id = shared_items.earlier_id
inner join article_labels as lefts on later.article_id = lefts.article_id
inner join article_labels as rights on earlier.article_id = rights.article_id
where
    later.choice = 1
    and earlier.choice = 1
    and (shared_items.later_id is not null or later.subject_key = earlier.subject_key)
