-- How many events of which type happened in each month?
select
    strftime(occurred_from, '%Y-%m') as month_edtf,
    event_type,
    count(*) as events,
    sum(origin_count) as origins
from marts.events
where
    occurred_from is not null
    and strftime(occurred_from, '%Y-%m') = strftime(occurred_to, '%Y-%m')
group by strftime(occurred_from, '%Y-%m'), event_type
order by month_edtf desc, events desc, event_type
limit 20
