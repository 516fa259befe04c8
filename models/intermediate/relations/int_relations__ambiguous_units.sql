-- One row per pair of reports that give one number in a unit of several sizes and in a clear one.
with

reports as (
    select * from {{ ref('int_relations__figure_reports') }}
),

ambiguous_units as (
    select * from {{ ref('ambiguous_units') }}
),

article_labels as (
    select * from {{ ref('int_relations__article_labels') }}
),

unclear as (
    select
        reports.*,
        ambiguous_units.unit_word,
        ambiguous_units.clear_word,
        ambiguous_units.why
    from reports
    inner join ambiguous_units
        on
            lower(reports.text) like concat_ws('', '% ', ambiguous_units.unit_word)
            and lower(reports.text) not like '%metric%'
),

pairs as (
    select
        unclear.figure_report_id as left_id,
        clear.figure_report_id as right_id,
        unclear.article_id as left_article_id,
        clear.article_id as right_article_id,
        unclear.text as left_text,
        clear.text as right_text,
        unclear.why,
        row_number() over (
            partition by unclear.article_id, clear.article_id, unclear.figure_id
            order by unclear.anchor_rank, clear.anchor_rank
        ) as choice
    from unclear
    inner join reports as clear
        on
            unclear.figure_id = clear.figure_id
            and unclear.value = clear.value
            and unclear.article_id <> clear.article_id
            and lower(clear.text) like concat_ws('', '% ', unclear.clear_word)
)

select
    'same-figure-different-value' as relation_kind,
    'figure_reports' as left_table,
    pairs.left_id,
    'figure_reports' as right_table,
    pairs.right_id,
    concat_ws(
        '',
        lefts.label, ' prints ''', pairs.left_text, ''', ', rights.label, ' prints ''', pairs.right_text,
        ''': they may differ, for ', pairs.why, '.'
    ) as reason,
    'ambiguous-unit' as rule
from pairs
inner join article_labels as lefts on pairs.left_article_id = lefts.article_id
inner join article_labels as rights on pairs.right_article_id = rights.article_id
where pairs.choice = 1
