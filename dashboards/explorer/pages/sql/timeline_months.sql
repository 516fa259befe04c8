-- One row per month (or year, over many years) in which events began that the filters leave. Follows timeline_filter.sql.
spread as (
    select date_diff('month', min(occurred_from), max(occurred_from)) > 60 as is_long
    from filtered
)

select
    date_trunc(case when spread.is_long then 'year' else 'month' end, filtered.occurred_from) as began,
    spread.is_long as is_year,
    count(*) as event_count
from filtered
cross join spread
where filtered.occurred_from is not null
group by date_trunc(case when spread.is_long then 'year' else 'month' end, filtered.occurred_from), spread.is_long
order by began
