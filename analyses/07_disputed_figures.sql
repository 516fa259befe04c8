-- Which figures have competing values, and who stands behind each value?
with first_disputed as (
    select
        figure_id,
        measure,
        subject,
        period_edtf,
        place_code
    from marts.figures
    where is_disputed
    order by figure_id asc
    limit 20
)

select
    first_disputed.measure,
    first_disputed.subject,
    first_disputed.period_edtf,
    first_disputed.place_code,
    reports.text,
    actors.name as says,
    sources.name as outlet
from first_disputed
inner join marts.figure_reports as reports on first_disputed.figure_id = reports.figure_id
inner join marts.articles as articles on reports.article_id = articles.article_id
left join marts.actors as actors on reports.attributed_actor_id = actors.actor_id
left join marts.sources as sources on articles.source_id = sources.source_id
order by first_disputed.figure_id asc, reports.value asc, reports.figure_report_id asc
limit 20
