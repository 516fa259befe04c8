-- One row per figure whose value is no number, or whose range is upside down.
select figures.figure_id, figures.measure, figures.subject, figures.value, figures.value_max, figures.unit
from marts.figures as figures
where isnan(figures.value)
    or isinf(figures.value)
    or isnan(figures.value_max)
    or isinf(figures.value_max)
    or figures.value_max < figures.value
order by figures.figure_id
