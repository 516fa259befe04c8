-- One row per article and amount that its correction notice says was wrong.
with

withdrawn_figures as (
    select * from {{ ref('stg_withdrawn_figures') }}
    where value is not null
),

units as (
    select * from {{ ref('unit_list') }}
)

select
    withdrawn_figures.article_id,
    withdrawn_figures.value * coalesce(units.base_factor, 1) as amount,
    min(withdrawn_figures.text) as text
from withdrawn_figures
left join units on withdrawn_figures.unit = units.unit
group by withdrawn_figures.article_id, withdrawn_figures.value * coalesce(units.base_factor, 1)
