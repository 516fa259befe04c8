-- One row per answer of a declared feed, newest first.
select visits.feed_id, visits.visited_at, visits.outcome, visits.record_count, visits.reason
from raw.feed_visits as visits
order by visits.feed_id, visits.visited_at desc
