-- Which figures have competing values, and who stands behind each value?
select
    figures.measure,
    figures.subject,
    figures.period_edtf,
    figures.place_code,
    reports.text,
    actors.name as says,
    sources.name as outlet
from marts.figures as figures
inner join marts.figure_reports as reports on figures.figure_id = reports.figure_id
inner join marts.articles as articles on reports.article_id = articles.article_id
left join marts.actors as actors on reports.attributed_actor_id = actors.actor_id
left join marts.sources as sources on articles.source_id = sources.source_id
where figures.is_disputed
order by figures.figure_id asc, reports.value asc, reports.figure_report_id asc
limit 20
