select controls.item_name, controls.item_class, controls.control_step, controls.controller_country_code, controls.controller_names,
    controls.target_country_codes, controls.occurred_edtf, controls.status, controls.article_count, controls.origin_count
from topics.goods_controls as controls
order by all
