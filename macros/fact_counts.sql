{# The counts that every merged fact carries, as a query over two CTEs of the calling model: its reports and `articles`.
   Counts count main articles, so a fact known from related items alone has zeros; first_published_on looks at all of them. #}
{% macro fact_counts(fact_id, reports) -%}
    select
        {{ reports }}.{{ fact_id }},
        cast(count(case when articles.is_main then 1 end) as integer) as report_count,
        cast(count(distinct case when articles.is_main then articles.article_id end) as integer) as article_count,
        cast(count(distinct case when articles.is_main then articles.source_id end) as integer) as source_count,
        cast(count(distinct case when articles.is_main then {{ reports }}.origin_id end) as integer) as origin_count,
        cast(
            count(distinct case when articles.is_main then {{ reports }}.attributed_actor_id end) as integer
        ) as claimant_count,
        min(articles.published_from) as first_published_on
    from {{ reports }}
    inner join articles on {{ reports }}.article_id = articles.article_id
    group by {{ reports }}.{{ fact_id }}
{%- endmacro %}
