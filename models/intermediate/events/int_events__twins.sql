-- One row per event report that its own article tells again elsewhere, with the report of that other telling, in both directions.
with reports as (

    select * from {{ ref('stg_event_reports') }}

),

told_again as (

    select
        undated.event_report_id,
        dated.event_report_id as twin_report_id
    from reports as undated
    inner join reports as dated
        on
            undated.article_id = dated.article_id
            and undated.twin_start_char = dated.trigger_start_char
            and undated.event_subtype = dated.event_subtype
            and undated.status = dated.status
            and undated.event_report_id <> dated.event_report_id

)

select
    event_report_id,
    twin_report_id
from told_again
union
select
    twin_report_id as event_report_id,
    event_report_id as twin_report_id
from told_again
