select documents.name, reports.text, reports.value, reports.value_max, reports.unit, reports.comparator, figures.measure, figures.period_edtf,
    figures.place_code, actors.name as attributed_to, figures.report_count, figures.origin_count, figures.is_disputed
from marts.figure_reports as reports
inner join marts.figures as figures on reports.figure_id = figures.figure_id
inner join marts.documents as documents on reports.document_id = documents.document_id
left join marts.actors as actors on reports.attributed_actor_id = actors.actor_id
order by documents.name, reports.start_char
