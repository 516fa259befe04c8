-- One row: the limit now set for statements of this transaction, four fifths of the time before deadlocks are looked for.
select set_config('statement_timeout', (settings.setting::integer * 4 / 5)::text || 'ms', true) as statement_timeout
from pg_settings as settings
where settings.name = 'deadlock_timeout'
