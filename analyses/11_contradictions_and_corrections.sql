-- Where do reports contradict or correct each other, and why do we say so?
select
    relation_kind,
    reason
from marts.relations
where relation_kind in ('contradicts', 'corrects', 'same-figure-different-value')
order by relation_kind asc, reason asc, relation_id asc
limit 15
