-- One row per kind of published row, with how many there are.
select name, row_count
from (
    select 1 as place, 'documents' as name, count(*) as row_count from marts.documents
    union all
    select 2 as place, 'articles' as name, count(*) as row_count from marts.articles
    union all
    select 3 as place, 'actors' as name, count(*) as row_count from marts.actors
    union all
    select 4 as place, 'events' as name, count(*) as row_count from marts.events
    union all
    select 5 as place, 'figures' as name, count(*) as row_count from marts.figures
    union all
    select 6 as place, 'statements' as name, count(*) as row_count from marts.statements
) as counts
order by place
