-- One row per form in which an outlet, the text's wire or a credited outlet is printed, with the source it stands for.
with

articles as (
    select * from {{ ref('stg_articles') }}
),

registered_names as (
    select * from {{ ref('int_articles__registered_names') }}
),

credited_outlets as (
    select * from {{ ref('int_articles__credited_outlets') }}
),

forms as (
    select outlet_as_written as name_as_written
    from articles
    where outlet_as_written is not null

    union

    select upstream_as_written as name_as_written
    from articles
    where upstream_as_written is not null

    union

    select name as name_as_written
    from credited_outlets
),

keyed as (
    select
        name_as_written,
        {{ source_name_key('name_as_written') }} as name_key
    from forms
)

select
    coalesce(registered_names.source_id, {{ hash_id('src', ["'discovered'", 'keyed.name_key']) }}) as source_id,
    keyed.name_as_written,
    keyed.name_key,
    registered_names.source_key
from keyed
left join registered_names
    on keyed.name_key = registered_names.name_key
