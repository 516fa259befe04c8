-- One row per quantity as printed, with its period and its actors resolved
with

reports as (
    select * from {{ ref('stg_figure_reports') }}
),

articles as (
    select * from {{ ref('int_articles__articles') }}
),

publications as (
    select * from {{ ref('int_dates__articles') }}
),

periods as (
    select * from {{ ref('int_dates__time_expressions') }}
),

measures as (
    select * from {{ ref('measure_list') }}
),

chains as (
    select * from {{ ref('int_actors__chains') }}
)

select
    reports.figure_report_id,
    reports.document_id,
    reports.article_id,
    reports.start_char,
    reports.end_char,
    reports.text,
    reports.quote_start_char,
    reports.quote_end_char,
    reports.quote,
    reports.value,
    reports.value_max,
    reports.unit,
    reports.comparator,
    reports.measure,
    reports.subject,
    subjects.actor_id as subject_actor_id,
    reports.place_code,
    periods.value as period_edtf,
    periods.value_from as period_from,
    periods.value_to as period_to,
    -- a rate that was set, or what is told 'from 20 July', holds on: its period is open at the end
    coalesce(reports.period_is_start, false) or measures.is_standing as period_is_open,
    claimants.actor_id as attributed_actor_id,
    reports.attributed_as_written,
    reports.converted_from_report_id,
    reports.rule,
    publications.published_from,
    -- the anchor order of the contract: what merges is named after the report that is first in it
    cast(row_number() over (
        order by
            publications.published_from nulls last, articles.document_sha256, reports.start_char, reports.figure_report_id
    ) as integer) as anchor_rank
from reports
inner join articles
    on reports.article_id = articles.article_id
left join publications
    on reports.article_id = publications.article_id
left join periods
    on reports.period_time_expression_id = periods.time_expression_id
inner join measures
    on reports.measure = measures.measure
left join chains as subjects
    on reports.subject_chain_id = subjects.chain_id
left join chains as claimants
    on reports.attributed_chain_id = claimants.chain_id
