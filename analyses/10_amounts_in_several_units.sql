-- Which figures are given in more than one unit or currency?
with several as (
    select
        figures.figure_id,
        any_value(figures.measure) as measure,
        count(distinct reports.unit) as units
    from marts.figures as figures
    inner join marts.figure_reports as reports on figures.figure_id = reports.figure_id
    where figures.report_count > 1
    group by figures.figure_id
    having min(reports.unit) <> max(reports.unit)
    order by units desc, figures.figure_id asc
    limit 10
)

select
    several.measure,
    string_agg(distinct reports.text, ' / ' order by reports.text) as as_printed,
    several.units
from several
inner join marts.figure_reports as reports on several.figure_id = reports.figure_id
group by several.figure_id, several.measure, several.units
order by several.units desc, several.figure_id asc
