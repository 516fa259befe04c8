-- Which figures of the newest thousand articles are printed without saying who gives them?
with newest as (
    select
        article_id,
        headline,
        published_from
    from marts.articles
    order by published_from desc nulls last, article_id asc
    limit 1000
)

select
    reports.measure,
    reports.text,
    newest.headline
from newest
inner join marts.figure_reports as reports on newest.article_id = reports.article_id
where
    reports.attributed_actor_id is null
    and reports.attributed_source_id is null
order by newest.published_from desc nulls last, reports.figure_report_id asc
limit 10
