select documents.name, reports.text, reports.value, reports.unit, reports.comparator, figures.measure, figures.period_edtf, figures.place_code,
    figures.report_count, figures.origin_count, figures.is_disputed
from marts.figure_reports as reports
inner join marts.figures as figures on reports.figure_id = figures.figure_id
inner join marts.documents as documents on reports.document_id = documents.document_id
order by documents.name, reports.start_char
