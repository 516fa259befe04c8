-- One row per figure whose value lies outside the limits of its measure.
select
    figures.figure_id,
    figures.measure,
    figures.subject,
    figures.value,
    figures.value_max,
    figures.unit,
    ranges.lowest,
    ranges.highest
from marts.figures as figures
inner join reference.measure_ranges as ranges on figures.measure = ranges.measure and figures.unit = ranges.unit
where figures.value < ranges.lowest
    or figures.value > ranges.highest
    or figures.value_max > ranges.highest
order by figures.figure_id
