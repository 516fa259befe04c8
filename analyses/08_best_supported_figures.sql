-- Which figures do most independent texts give, and how many claimants stand behind them?
select
    measure,
    subject,
    comparator,
    value,
    unit,
    period_edtf,
    place_code,
    origin_count,
    claimant_count
from marts.figures
where value is not null
order by origin_count desc, claimant_count desc, article_count desc, figure_id asc
limit 10
