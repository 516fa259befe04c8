-- One row per real-world event, merged over its reports.
with members as (

    select * from {{ ref('int_events__members') }}

),

reports as (

    select * from {{ ref('int_events__reports') }}

),

windows as (

    select * from {{ ref('int_events__windows') }}

),

ranked as (

    select
        members.event_id,
        members.is_anchor,
        reports.event_type,
        reports.event_subtype,
        reports.quote,
        reports.occurred_edtf,
        reports.occurred_from,
        reports.occurred_to,
        -- What 'goes on' does so in the month in which it is told.
        case
            when reports.status = 'ongoing' and {{ edtf_month('reports.published_from') }} = {{ edtf_month('reports.published_to') }}
                then {{ month_start('reports.published_to') }}
        end as ongoing_month,
        reports.status,
        reports.place,
        reports.place_country_code,
        row_number() over (
            partition by members.event_id
            order by case when reports.occurred_edtf is null then 9 else windows.precision_rank end, windows.anchor_rank
        ) as date_order,
        -- Told as 'died' in one report and as a killing in another, it is a killing.
        row_number() over (
            partition by members.event_id
            order by case when reports.event_type = 'other' then 1 else 0 end, windows.anchor_rank
        ) as type_order,
        row_number() over (
            partition by members.event_id order by reports.published_to desc nulls last, windows.anchor_rank
        ) as news_order,
        row_number() over (
            partition by members.event_id order by case when reports.place is null then 1 else 0 end, windows.anchor_rank
        ) as place_order
    from members
    inner join reports on members.event_report_id = reports.event_report_id
    inner join windows on members.event_report_id = windows.event_report_id

)

select
    anchors.event_id,
    types.event_type,
    types.event_subtype,
    substr(anchors.quote, 1, 120) as title,
    coalesce(dates.occurred_edtf, {{ edtf_month('news.ongoing_month') }}) as occurred_edtf,
    case when dates.occurred_edtf is null then news.ongoing_month else dates.occurred_from end as occurred_from,
    case
        when dates.occurred_edtf is null then {{ last_day_of_months('news.ongoing_month', '1') }}
        else dates.occurred_to
    end as occurred_to,
    news.status,
    places.place,
    places.place_country_code
from ranked as anchors
inner join ranked as types on anchors.event_id = types.event_id and types.type_order = 1
inner join ranked as dates on anchors.event_id = dates.event_id and dates.date_order = 1
inner join ranked as news on anchors.event_id = news.event_id and news.news_order = 1
inner join ranked as places on anchors.event_id = places.event_id and places.place_order = 1
where anchors.is_anchor
