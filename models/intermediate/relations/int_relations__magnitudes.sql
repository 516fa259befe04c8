-- One row per pair of figures that two articles give in different orders of magnitude, by the first reports of each.
with

magnitudes as (
    select * from {{ ref('int_relations__magnitude_reports') }}
),

item_mentions as (
    select * from {{ ref('int_items__mentions') }}
),

article_labels as (
    select * from {{ ref('int_relations__article_labels') }}
),

-- What the number is of: a thing named no more than some 200 characters from it.
nearby_items as (
    select
        reports.figure_report_id,
        item_mentions.item_id
    from magnitudes as reports
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
),

-- Many articles repeat both: one tie a pair of figures says it, between the first reports of each.
ties as (
    select
        later.figure_report_id as later_id,
        earlier.figure_report_id as earlier_id,
        later.article_id as later_article_id,
        earlier.article_id as earlier_article_id,
        later.text as later_text,
        earlier.text as earlier_text,
        row_number() over (
            partition by
                later.measure, later.place_code,
                least(later.magnitude, earlier.magnitude), greatest(later.magnitude, earlier.magnitude),
                least(later.figure_id, earlier.figure_id), greatest(later.figure_id, earlier.figure_id)
            order by later.anchor_rank, earlier.anchor_rank
        ) as choice
    from magnitudes as later
    inner join magnitudes as earlier
        on
            later.measure = earlier.measure
            and later.place_code = earlier.place_code
            and later.anchor_rank > earlier.anchor_rank
            and later.article_id <> earlier.article_id
            and later.magnitude <> earlier.magnitude
            and later.is_recurring = earlier.is_recurring
    left join shared_items
        on
            later.figure_report_id = shared_items.later_id
            and earlier.figure_report_id = shared_items.earlier_id
    where
        shared_items.later_id is not null
        or later.subject_key = earlier.subject_key
)

select
    'same-figure-different-value' as relation_kind,
    'figure_reports' as left_table,
    ties.later_id as left_id,
    'figure_reports' as right_table,
    ties.earlier_id as right_id,
    concat_ws(
        '',
        lefts.label, ' prints ''', ties.later_text, ''', ', rights.label, ' prints ''', ties.earlier_text,
        ''': another order of magnitude for the same quantity.'
    ) as reason,
    'other-magnitude' as rule
from ties
inner join article_labels as lefts on ties.later_article_id = lefts.article_id
inner join article_labels as rights on ties.earlier_article_id = rights.article_id
where ties.choice = 1
