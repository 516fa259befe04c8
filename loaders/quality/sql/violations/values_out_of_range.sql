-- One row per figure whose value lies outside the limits of its measure, or whose range is upside down.
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
left join reference.measure_ranges as ranges on figures.measure = ranges.measure and figures.unit = ranges.unit
where figures.value < ranges.lowest
    or figures.value > ranges.highest
    or figures.value_max < figures.value
    or isnan(figures.value)
    or isinf(figures.value)
order by figures.figure_id
