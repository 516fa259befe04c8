select relation_kind, left_table, right_table, reason
from marts.relations
order by relation_kind, left_table, right_table, reason
