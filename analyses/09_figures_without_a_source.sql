-- Which figures are printed without saying who gives them?
select
    figures.measure,
    reports.text,
    articles.headline
from marts.figure_reports as reports
inner join marts.figures as figures on reports.figure_id = figures.figure_id
inner join marts.articles as articles on reports.article_id = articles.article_id
where
    reports.attributed_actor_id is null
    and reports.attributed_source_id is null
order by articles.published_from desc nulls last, reports.figure_report_id asc
limit 10
