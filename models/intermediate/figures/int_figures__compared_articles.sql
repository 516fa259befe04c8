-- One row per two articles with figures that may be the same. A table of its own: so the engine knows how many there are and joins in a good order
with

candidates as (
    select * from {{ ref('int_figures__candidates') }}
),

reports as (
    select * from {{ ref('int_figures__reports') }}
)

select
    earlier.article_id as earlier_article_id,
    later.article_id as later_article_id
from candidates
inner join reports as earlier
    on candidates.earlier_id = earlier.figure_report_id
inner join reports as later
    on candidates.later_id = later.figure_report_id
where earlier.article_id <> later.article_id
group by earlier.article_id, later.article_id
