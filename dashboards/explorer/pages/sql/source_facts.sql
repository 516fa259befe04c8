-- One row per report of an event or figure, or statement, in the articles of an outlet, the latest article first, with
-- how many different facts there are.
with

reports as (
    select 'events' as kind, event_id as fact_id, event_report_id as report_id, article_id, start_char, quote
    from marts.event_reports
    where $kind = 'events'
    union all
    select 'figures', figure_id, figure_report_id, article_id, quote_start_char, quote
    from marts.figure_reports
    where $kind = 'figures'
    union all
    select 'statements', statement_id, statement_id, article_id, start_char, quote
    from marts.statements
    where $kind = 'statements'
),

filtered as (
    select
        reports.*,
        articles.published_edtf,
        articles.published_from,
        articles.headline
    from reports
    inner join marts.articles as articles on reports.article_id = articles.article_id
    where articles.source_id = $source_id and articles.is_main
)

select
    filtered.fact_id,
    filtered.report_id,
    filtered.published_edtf,
    filtered.headline,
    filtered.quote,
    (select count(distinct fact_id) from filtered) as fact_count,
    (select count(*) from filtered) as total
from filtered
order by filtered.published_from desc nulls last, filtered.article_id, filtered.start_char, filtered.report_id
limit $row_limit offset $row_offset
