-- Which events look well covered although all their articles go back to one text?
select
    title,
    occurred_edtf,
    article_count,
    origin_count
from marts.events
where
    article_count > 1
    and origin_count = 1
order by article_count desc, event_id
limit 10
