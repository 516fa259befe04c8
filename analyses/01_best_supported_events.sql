-- Which events do most independent texts report?
select
    title,
    event_type,
    occurred_edtf,
    origin_count,
    article_count,
    report_count
from marts.events
order by origin_count desc, article_count desc, report_count desc, event_id
limit 10
