-- One row per dated fact whose days are in the wrong order, or far from what news tells of.
with

dated as (
    select 'events' as table_name, event_id as fact_id, occurred_edtf as edtf, occurred_from as day_from, occurred_to as day_to
    from marts.events

    union all

    select 'figures' as table_name, figure_id as fact_id, period_edtf as edtf, period_from as day_from, period_to as day_to
    from marts.figures

    union all

    select 'articles' as table_name, article_id as fact_id, published_edtf as edtf, published_from as day_from, published_to as day_to
    from marts.articles

    union all

    select 'statements' as table_name, statement_id as fact_id, said_edtf as edtf, said_from as day_from, said_to as day_to
    from marts.statements
)

select table_name, fact_id, edtf, day_from, day_to
from dated
where day_from > day_to
    or day_to > date '2300-01-01'
order by table_name, fact_id
