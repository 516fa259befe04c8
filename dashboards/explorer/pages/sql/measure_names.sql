-- One row per measure that occurs.
select measure, label
from marts.measures
where measure in (select measure from marts.figures)
order by label, measure
