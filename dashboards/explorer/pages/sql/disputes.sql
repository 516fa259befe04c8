-- One row per pair of reports or facts that contradict or correct each other or give one figure different values, with
-- the words, the outlet and the date of both, and how many there are.
with

filtered as (
    select *
    from marts.relations
    where relation_kind in ('contradicts', 'corrects', 'same-figure-different-value')
        and ($relation_kind is null or relation_kind = $relation_kind)
),

shown as materialized (
    select *
    from filtered
    order by relation_kind, reason, relation_id
    limit $row_limit offset $row_offset
),

side_ids as materialized (
    select left_id as side_id from shown
    union
    select right_id from shown
),

sides as (
    select event_report_id as side_id, event_id as fact_id, quote, article_id
    from marts.event_reports
    where event_report_id in (select side_id from side_ids)
    union all
    select figure_report_id, figure_id, quote, article_id
    from marts.figure_reports
    where figure_report_id in (select side_id from side_ids)
    union all
    select statement_id, statement_id, quote, article_id
    from marts.statements
    where statement_id in (select side_id from side_ids)
)

select
    shown.relation_id,
    shown.relation_kind,
    shown.reason,
    shown.left_id,
    coalesce(left_sides.fact_id, shown.left_id) as left_fact_id,
    left_sides.quote as left_quote,
    left_sources.name as left_outlet,
    left_articles.published_edtf as left_published,
    shown.right_id,
    coalesce(right_sides.fact_id, shown.right_id) as right_fact_id,
    right_sides.quote as right_quote,
    right_sources.name as right_outlet,
    right_articles.published_edtf as right_published,
    (select count(*) from filtered) as total
from shown
left join sides as left_sides on shown.left_id = left_sides.side_id
left join marts.articles as left_articles on left_sides.article_id = left_articles.article_id
left join marts.sources as left_sources on left_articles.source_id = left_sources.source_id
left join sides as right_sides on shown.right_id = right_sides.side_id
left join marts.articles as right_articles on right_sides.article_id = right_articles.article_id
left join marts.sources as right_sources on right_articles.source_id = right_sources.source_id
order by shown.relation_kind, shown.reason, shown.relation_id
