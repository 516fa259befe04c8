-- One row per record that is set aside now, with its reason.
select rejections.uri, rejections.reason_code, rejections.reason, rejections.reader, rejections.reader_version
from raw.rejections as rejections
inner join raw.current_rejections as current_rejections on rejections.rejection_id = current_rejections.rejection_id
order by rejections.reason_code, rejections.uri
