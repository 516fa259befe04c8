-- One row per event report, figure report and statement, with the text it goes back to.
with

passages as (
    select * from {{ ref('int_origins__passages') }}
),

articles as (
    select * from {{ ref('int_origins__articles') }}
),

shared_passages as (
    select * from {{ ref('int_origins__shared_passages') }}
),

credits as (
    select * from {{ ref('int_origins__credits') }}
),

own_passages as (
    select * from {{ ref('int_origins__own_passages') }}
),

-- Reports within four hundred characters of wording that the copied article has too. The samples are one word sequence
-- in eight: a short passage without one may still be copied, a passage far from any is the article's own addition.
copied as (
    select distinct
        passages.report_table,
        passages.report_id
    from passages
    inner join shared_passages
        on
            passages.article_id = shared_passages.article_id
            and passages.start_char < shared_passages.end_char + 400
            and passages.end_char > shared_passages.start_char - 400
)

select
    passages.report_table,
    passages.report_id,
    case
        -- Ten papers that credit one outlet with a fact have it from one text.
        when credits.attributed_source_id is not null
            then {{ hash_id('org', ["'credited'", 'credits.attributed_source_id']) }}
        -- 'She told this newspaper', inside a rewrite of an agency's story: its own interview.
        when own_passages.report_id is not null
            then {{ hash_id('org', ['passages.article_id']) }}
        when articles.copy_of_article_id is null or articles.containment >= 0.6 or copied.report_id is not null
            then articles.origin_id
        else {{ hash_id('org', ['passages.article_id']) }}
    end as origin_id,
    credits.attributed_source_id
from passages
inner join articles
    on passages.article_id = articles.article_id
left join credits
    on
        passages.report_table = credits.report_table
        and passages.report_id = credits.report_id
left join own_passages
    on
        passages.report_table = own_passages.report_table
        and passages.report_id = own_passages.report_id
left join copied
    on
        passages.report_table = copied.report_table
        and passages.report_id = copied.report_id
