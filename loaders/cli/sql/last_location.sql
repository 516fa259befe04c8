-- One row: the folder or file that was landed last.
select location
from raw.loads
where location <> 'retry'
order by started_at desc, load_id desc
limit 1
