-- Which goods, substances or technologies are the events about?
select
    items.topic,
    items.name,
    items.item_class,
    count(distinct event_items.event_id) as events,
    max(items.mention_count) as mentions
from marts.items as items
left join marts.event_items as event_items on items.item_id = event_items.item_id
group by items.item_id, items.topic, items.name, items.item_class
order by events desc, mentions desc, items.name asc
limit 10
