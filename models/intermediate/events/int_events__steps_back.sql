-- One row per event report told as so long before the news of its page ('two weeks after floods killed 40'), with the days that makes.
with reports as (

    select * from {{ ref('stg_event_reports') }}
    where time_relation = 'ago'

),

spans as (

    select * from {{ ref('stg_time_expressions') }}

),

publications as (

    select * from {{ ref('int_dates__articles') }}
    where published_to <= {{ add_days('published_from', 3) }}

),

steps as (

    select
        reports.event_report_id,
        publications.published_from,
        publications.published_to,
        substr(spans.duration, length(spans.duration), 1) as unit,
        case
            when
                length(spans.duration) between 3 and 4
                and substr(spans.duration, 2, 1) between '1' and '9'
                and substr(spans.duration, length(spans.duration) - 1, 1) between '0' and '9'
                then cast(substr(spans.duration, 2, length(spans.duration) - 2) as integer)
        end as unit_count
    from reports
    inner join spans on reports.time_expression_id = spans.time_expression_id
    inner join publications on reports.article_id = publications.article_id

),

-- No more exactly than people count: weeks to some days, months to half a month, years to a quarter.
stepped as (

    select
        event_report_id,
        case
            when unit = 'D' then {{ add_days('published_from', '-unit_count - 2') }}
            when unit = 'W' then {{ add_days('published_from', '-7 * unit_count - 4') }}
            when unit = 'M' then {{ add_days(add_months('published_from', '-unit_count'), -15) }}
            when unit = 'Y' then {{ add_days(add_months('published_from', '-12 * unit_count'), -92) }}
        end as value_from,
        case
            when unit = 'D' then {{ add_days('published_to', '-unit_count') }}
            when unit = 'W' then {{ add_days('published_to', '-7 * unit_count + 3') }}
            when unit = 'M' then {{ add_days(add_months('published_to', '-unit_count'), 15) }}
            when unit = 'Y' then {{ add_days(add_months('published_to', '-12 * unit_count'), 92) }}
        end as value_to
    from steps
    where unit_count is not null

)

select
    event_report_id,
    value_from,
    value_to
from stepped
where value_from is not null
