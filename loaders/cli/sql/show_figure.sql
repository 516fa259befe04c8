-- One row: a figure.
select
    figures.figure_id,
    figures.measure,
    figures.subject,
    actors.name as subject_actor,
    figures.comparator,
    figures.value,
    figures.value_max,
    figures.unit,
    figures.period_edtf as period,
    figures.place_code as place,
    figures.is_disputed,
    figures.converted_from_figure_id as converted_from,
    figures.report_count as reports,
    figures.article_count as articles,
    figures.source_count as sources,
    figures.origin_count as origins,
    figures.claimant_count as claimants,
    figures.first_published_on as first_published
from marts.figures as figures
left join marts.actors as actors on figures.subject_actor_id = actors.actor_id
where figures.figure_id = $fact_id
