{# The counts that every merged fact carries, as a query over three CTEs of the calling model: its reports, `articles` and
   `outlet_actors`. Counts count main articles, so a fact known from related items alone has zeros; first_published_on looks
   at all of them. An outlet that is credited only passes on what a body says: it is a claimant where no body is credited. #}
{% macro fact_counts(fact_id, reports) -%}
    select
        {{ reports }}.{{ fact_id }},
        cast(count(case when articles.is_main then 1 end) as integer) as report_count,
        cast(count(distinct case when articles.is_main then articles.article_id end) as integer) as article_count,
        cast(count(distinct case when articles.is_main then articles.source_id end) as integer) as source_count,
        cast(count(distinct case when articles.is_main then {{ reports }}.origin_id end) as integer) as origin_count,
        cast(
            coalesce(
                nullif(count(distinct case when articles.is_main and outlet_actors.actor_id is null then {{ reports }}.attributed_actor_id end), 0),
                count(distinct case when articles.is_main then {{ reports }}.attributed_actor_id end)
            ) as integer
        ) as claimant_count,
        min(articles.published_from) as first_published_on
    from {{ reports }}
    inner join articles on {{ reports }}.article_id = articles.article_id
    left join outlet_actors on {{ reports }}.attributed_actor_id = outlet_actors.actor_id
    group by {{ reports }}.{{ fact_id }}
{%- endmacro %}
