-- One row per figure and value that its reports give, the best supported first, with who says so.
with

reports as materialized (
    select *
    from marts.figure_reports
    where figure_id in (select unnest(string_split($figure_ids, ' ')))
)

select
    reports.figure_id,
    reports.comparator,
    reports.value,
    reports.value_max,
    reports.unit,
    count(distinct case when articles.is_main then reports.origin_id end) as origin_count,
    count(*) as report_count,
    string_agg(
        distinct coalesce(claimants.name, credited.name, sources.name, 'unknown outlet'),
        '; ' order by coalesce(claimants.name, credited.name, sources.name, 'unknown outlet')
    ) as claimants
from reports
inner join marts.articles as articles on reports.article_id = articles.article_id
left join marts.sources as sources on articles.source_id = sources.source_id
left join marts.actors as claimants on reports.attributed_actor_id = claimants.actor_id
left join marts.sources as credited on reports.attributed_source_id = credited.source_id
group by reports.figure_id, reports.comparator, reports.value, reports.value_max, reports.unit
order by reports.figure_id, origin_count desc, report_count desc, reports.value
