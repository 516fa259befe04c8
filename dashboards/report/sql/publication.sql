-- One row: what is published, and from when to when.
select
    count(*) as article_count,
    count(distinct document_id) as document_count,
    count(distinct origin_id) as origin_count,
    min(published_from) as first_day,
    max(published_to) as last_day
from marts.articles
where is_main
