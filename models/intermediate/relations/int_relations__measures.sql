-- One row per pair of reports that give one number of different things.
with

reports as (
    select * from {{ ref('int_relations__figure_reports') }}
    where value is not null
),

measures as (
    select * from {{ ref('measure_list') }}
),

article_labels as (
    select * from {{ ref('int_relations__article_labels') }}
),

-- The first report of each measure that a merged figure is given with.
readings as (
    select
        reports.*,
        row_number() over (partition by reports.figure_id, reports.measure order by reports.anchor_rank) as choice
    from reports
    where reports.measure not in ('count', 'other', 'people')
)

select
    'contradicts' as relation_kind,
    'figure_reports' as left_table,
    later.figure_report_id as left_id,
    'figure_reports' as right_table,
    earlier.figure_report_id as right_id,
    concat_ws(
        '',
        lefts.label, ' gives ''', later.text, ''' as a number of ', later.measure, ' (', later_measures.measure_description,
        '), ', rights.label, ' as a number of ', earlier.measure, ' (', earlier_measures.measure_description, ').'
    ) as reason,
    'other-measure' as rule
from readings as later
inner join readings as earlier
    on
        later.figure_id = earlier.figure_id
        and later.anchor_rank > earlier.anchor_rank
        and later.measure <> earlier.measure
        and later.article_id <> earlier.article_id
inner join measures as later_measures on later.measure = later_measures.measure
inner join measures as earlier_measures on earlier.measure = earlier_measures.measure
inner join article_labels as lefts on later.article_id = lefts.article_id
inner join article_labels as rights on earlier.article_id = rights.article_id
where
    later.choice = 1
    and earlier.choice = 1
