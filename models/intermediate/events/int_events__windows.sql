-- One row per event report, with the days it may have happened on, how sure they are, and its place in the anchor order.
with reports as (

    select * from {{ ref('int_events__reports') }}

),

documents as (

    select * from {{ ref('stg_documents') }}

),

-- An open interval reaches a year and a bit; a report without a date is taken to tell of the five weeks before it was published.
windows as (

    select
        reports.event_report_id,
        reports.article_id,
        reports.event_type,
        reports.event_subtype,
        reports.status,
        reports.rule like 'in-force%' as is_in_force,
        lower(reports.place) as place,
        reports.place_country_code,
        lower(reports.trigger_text) as trigger_text,
        reports.occurred_edtf,
        reports.published_from,
        reports.published_to,
        case
            when reports.occurred_from is not null and reports.occurred_to is not null
                then {{ days_between('reports.occurred_from', 'reports.occurred_to') }} + 1
        end as day_count,
        coalesce(
            reports.occurred_from,
            {{ add_days('reports.occurred_to', -400) }},
            {{ add_days('reports.published_from', -35) }}
        ) as window_from,
        coalesce(
            reports.occurred_to,
            {{ add_days('reports.occurred_from', 400) }},
            case
                when reports.status = 'scheduled' then {{ add_days('reports.published_to', 60) }}
                else reports.published_to
            end
        ) as window_to,
        row_number() over (
            order by
                reports.published_from nulls last, documents.sha256, reports.start_char, reports.trigger_start_char,
                reports.event_report_id
        ) as anchor_rank
    from reports
    inner join documents on reports.document_id = documents.document_id

)

select
    event_report_id,
    article_id,
    event_type,
    event_subtype,
    status,
    is_in_force,
    place,
    place_country_code,
    trigger_text,
    occurred_edtf,
    published_from,
    published_to,
    -- 'Late last month' may be a few days off.
    cast(case when occurred_edtf like '%~' then {{ add_days('window_from', -5) }} else window_from end as date) as window_from,
    cast(case when occurred_edtf like '%~' then {{ add_days('window_to', 5) }} else window_to end as date) as window_to,
    -- 1 a day, 2 a few days, 3 a month, 4 longer, 5 open, 6 no date given, 7 nothing known
    case
        when day_count = 1 then 1
        when day_count <= 10 then 2
        when day_count <= 31 then 3
        when day_count is not null then 4
        when occurred_edtf is not null then 5
        when window_from is not null then 6
        else 7
    end as precision_rank,
    cast(anchor_rank as integer) as anchor_rank
from windows
