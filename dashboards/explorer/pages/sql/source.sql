-- One row: an outlet.
select
    sources.name,
    sources.source_kind,
    countries.name as country,
    sources.domain,
    sources.actor_id,
    sources.article_count,
    sources.origin_count,
    sources.event_count,
    sources.figure_count,
    sources.statement_count
from marts.sources as sources
left join marts.countries as countries on sources.country_code = countries.country_code
where sources.source_id = $source_id
