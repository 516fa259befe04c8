-- One row per report that a later article of its outlet corrects, tied to the first report there of the right amount.
with

corrections as (
    select * from {{ ref('int_figures__corrections') }}
),

reports as (
    select * from {{ ref('int_figures__reports') }}
),

article_labels as (
    select * from {{ ref('int_relations__article_labels') }}
),

told as (
    select right_id
    from {{ ref('int_relations__amounts') }}
    where relation_kind = 'corrects'
),

ranked as (
    select
        corrections.wrong_report_id,
        corrections.right_report_id,
        wrong_reports.article_id as wrong_article_id,
        wrong_reports.text as wrong_text,
        right_reports.article_id as right_article_id,
        right_reports.text as right_text,
        row_number() over (
            partition by corrections.wrong_report_id
            order by right_reports.anchor_rank
        ) as choice
    from corrections
    inner join reports as wrong_reports
        on corrections.wrong_report_id = wrong_reports.figure_report_id
    inner join reports as right_reports
        on corrections.right_report_id = right_reports.figure_report_id
)

select
    'corrects' as relation_kind,
    'figure_reports' as left_table,
    ranked.right_report_id as left_id,
    'figure_reports' as right_table,
    ranked.wrong_report_id as right_id,
    concat_ws(
        '',
        rights.label, ' says that it corrects a mistake: it prints ''', ranked.right_text, ''', the earlier ', wrongs.label,
        ' printed ''', ranked.wrong_text, '''.'
    ) as reason,
    'withdrawn-figure' as rule
from ranked
inner join article_labels as wrongs
    on ranked.wrong_article_id = wrongs.article_id
inner join article_labels as rights
    on ranked.right_article_id = rights.article_id
where
    ranked.choice = 1
    and ranked.wrong_report_id not in (select told.right_id from told)
