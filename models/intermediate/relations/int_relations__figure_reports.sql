-- One row per figure report, with what is needed to hold it against others.
with

reports as (
    select * from {{ ref('int_figures__reports') }}
),

members as (
    select * from {{ ref('int_figures__members') }}
),

figures as (
    select * from {{ ref('int_figures__figures') }}
),

publication_dates as (
    select * from {{ ref('int_dates__articles') }}
),

articles as (
    select * from {{ ref('int_articles__articles') }}
),

units as (
    select * from {{ ref('unit_list') }}
),

currencies as (
    select * from {{ ref('currency_list') }}
),

article_labels as (
    select * from {{ ref('int_relations__article_labels') }}
)

select
    reports.figure_report_id,
    members.figure_id,
    coalesce(figures.converted_from_figure_id, members.figure_id) as amount_id,
    reports.article_id,
    reports.document_id,
    reports.start_char,
    reports.end_char,
    reports.text,
    reports.quote,
    reports.measure,
    lower(reports.subject) as subject_key,
    reports.subject_actor_id,
    reports.period_edtf,
    reports.place_code,
    reports.comparator,
    reports.value,
    currencies.currency_code is not null as is_money,
    coalesce(units.unit_family, reports.unit) as scale,
    reports.value * coalesce(units.base_factor, 1) as amount,
    reports.value_max * coalesce(units.base_factor, 1) as amount_max,
    row_number() over (
        order by
            case when publication_dates.published_from is null then 1 else 0 end, publication_dates.published_from,
            -- Of one day, a correction comes after what it corrects.
            case when article_labels.is_correction then 1 else 0 end,
            articles.document_sha256, reports.document_id, reports.start_char, reports.figure_report_id
    ) as anchor_rank
from reports
inner join members on reports.figure_report_id = members.figure_report_id
inner join figures on members.figure_id = figures.figure_id
inner join articles on reports.article_id = articles.article_id
inner join article_labels on reports.article_id = article_labels.article_id
left join publication_dates on reports.article_id = publication_dates.article_id
left join units on reports.unit = units.unit
left join currencies on reports.unit = currencies.currency_code
where articles.is_main
