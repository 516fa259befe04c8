-- One row: a figure.
select
    figures.figure_id as fact_id,
    measures.label as measure_label,
    figures.subject,
    figures.subject_actor_id,
    actors.name as subject_actor,
    figures.value,
    figures.value_max,
    figures.unit,
    figures.comparator,
    figures.period_edtf,
    coalesce(countries.name, figures.place_code) as place,
    figures.is_disputed,
    figures.converted_from_figure_id,
    figures.report_count,
    figures.article_count,
    figures.source_count,
    figures.origin_count,
    figures.claimant_count,
    figures.first_published_on
from marts.figures as figures
left join marts.measures as measures on figures.measure = measures.measure
left join marts.actors as actors on figures.subject_actor_id = actors.actor_id
left join marts.countries as countries on figures.place_code = countries.country_code
where figures.figure_id = $fact_id
