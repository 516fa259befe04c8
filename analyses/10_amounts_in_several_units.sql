-- Which figures are given in more than one unit or currency?
select
    figures.measure,
    string_agg(distinct reports.text, ' / ' order by reports.text) as as_printed,
    count(distinct reports.unit) as units
from marts.figures as figures
inner join marts.figure_reports as reports on figures.figure_id = reports.figure_id
group by figures.figure_id, figures.measure
having count(distinct reports.unit) > 1
order by units desc, figures.figure_id asc
limit 10
