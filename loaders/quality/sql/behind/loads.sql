-- One row per load of the place that was loaded last, newest first.
select loads.location, loads.started_at, loads.record_count, loads.landed_count, loads.unchanged_count, loads.rejected_count
from raw.loads as loads
where loads.location = (
    select last_load.location
    from raw.loads as last_load
    where last_load.location <> 'retry'
    order by last_load.started_at desc, last_load.load_id desc
    limit 1
)
order by loads.started_at desc
