-- One row: the folder or file that was landed last.
select location
from raw.loads
order by started_at desc, load_id desc
limit 1
