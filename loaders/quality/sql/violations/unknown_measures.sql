-- One row per figure whose measure is not in the closed list, or which has no unit.
select figures.figure_id, figures.measure, figures.unit, figures.subject
from marts.figures as figures
where figures.measure is null
    or figures.measure not in (select measure from marts.measures)
    or figures.unit is null
    or trim(figures.unit) = ''
order by figures.figure_id
