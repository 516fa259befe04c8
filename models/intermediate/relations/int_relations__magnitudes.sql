-- One row per pair of reports in different articles that give one thing in different orders of magnitude.
with

reports as (
    select * from {{ ref('int_relations__figure_reports') }}
    where value is null
),

magnitude_words as (
    select * from {{ ref('magnitude_words') }}
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

-- One report an article and order of magnitude; measures that say nothing of what is counted need the same subject.
magnitudes as (
    select
        reports.figure_report_id,
        reports.article_id,
        reports.measure,
        reports.text,
        reports.place_code,
        reports.anchor_rank,
        read_magnitudes.magnitude,
        case
            when reports.measure in ('count', 'other', 'people', 'share', 'participants')
                then coalesce(reports.subject_actor_id, reports.subject_key)
            else ''
        end as narrowed_to,
        row_number() over (
            partition by reports.article_id, reports.measure, reports.place_code, read_magnitudes.magnitude
            order by reports.anchor_rank
        ) as choice
    from reports
    inner join read_magnitudes
        on
            reports.figure_report_id = read_magnitudes.figure_report_id
            and read_magnitudes.choice = 1
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
        and later.narrowed_to = earlier.narrowed_to
        and later.anchor_rank > earlier.anchor_rank
        and later.article_id <> earlier.article_id
        and later.magnitude <> earlier.magnitude
        and coalesce(later.place_code, earlier.place_code, '') = coalesce(earlier.place_code, later.place_code, '')
inner join article_labels as lefts on later.article_id = lefts.article_id
inner join article_labels as rights on earlier.article_id = rights.article_id
where
    later.choice = 1
    and earlier.choice = 1
