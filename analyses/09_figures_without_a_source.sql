-- Which figures are printed without saying who gives them?
with latest as (
    select
        reports.figure_report_id,
        reports.figure_id,
        reports.article_id,
        articles.published_from
    from marts.figure_reports as reports
    inner join marts.articles as articles on reports.article_id = articles.article_id
    where
        reports.attributed_actor_id is null
        and reports.attributed_source_id is null
    order by articles.published_from desc nulls last, reports.figure_report_id asc
    limit 10
)

select
    figures.measure,
    reports.text,
    articles.headline
from latest
inner join marts.figure_reports as reports on latest.figure_report_id = reports.figure_report_id
inner join marts.figures as figures on latest.figure_id = figures.figure_id
inner join marts.articles as articles on latest.article_id = articles.article_id
order by latest.published_from desc nulls last, latest.figure_report_id asc
