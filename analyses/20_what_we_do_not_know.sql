-- How much is unknown: rows without a date, a speaker, a place or an outlet?
select
    'events without a date' as unknown,
    count(*) filter (where occurred_edtf is null) as unknown_rows,
    count(*) as all_rows
from marts.events
union all
select
    'events without a place' as unknown,
    count(*) filter (where place_country_code is null) as unknown_rows,
    count(*) as all_rows
from marts.events
union all
select
    'figures without a period' as unknown,
    count(*) filter (where period_edtf is null) as unknown_rows,
    count(*) as all_rows
from marts.figures
union all
select
    'statements without a speaker' as unknown,
    count(*) filter (where actor_id is null) as unknown_rows,
    count(*) as all_rows
from marts.statements
union all
select
    'articles without an outlet' as unknown,
    count(*) filter (where source_id is null) as unknown_rows,
    count(*) as all_rows
from marts.articles
union all
select
    'articles without a publication date' as unknown,
    count(*) filter (where published_edtf is null) as unknown_rows,
    count(*) as all_rows
from marts.articles
order by unknown
