-- Between which countries did how much happen, year by year?
select
    extract('year' from events.occurred_from) as year_number,
    dyads.agent_country_code,
    dyads.target_country_code,
    count(*) as events
from marts.event_dyads as dyads
inner join marts.events as events on dyads.event_id = events.event_id
where events.occurred_from is not null
group by extract('year' from events.occurred_from), dyads.agent_country_code, dyads.target_country_code
order by events desc, year_number desc, dyads.agent_country_code asc, dyads.target_country_code asc
limit 15
