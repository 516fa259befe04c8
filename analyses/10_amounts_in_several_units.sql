-- Which figures are given in more than one unit or currency?
with reported_again as (
    select figure_id
    from marts.figures
    where report_count > 1
),

units_as_printed as (
    select distinct
        figure_id,
        unit
    from marts.figure_reports
    where figure_id in (select reported_again.figure_id from reported_again)
),

several as (
    select
        figure_id,
        count(unit) as units
    from units_as_printed
    group by figure_id
    having count(unit) > 1
    order by units desc, figure_id asc
    limit 10
)

select
    figures.measure,
    string_agg(distinct reports.text, ' / ' order by reports.text) as as_printed,
    several.units
from several
inner join marts.figures as figures on several.figure_id = figures.figure_id
inner join marts.figure_reports as reports on several.figure_id = reports.figure_id
group by several.figure_id, figures.measure, several.units
order by several.units desc, several.figure_id asc
