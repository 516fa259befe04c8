-- One row per pair of event reports that is compared, with how their dates, statuses and articles lie to each other.
with candidates as (

    select * from {{ ref('int_events__candidates') }}

),

reports as (

    select * from {{ ref('int_events__features') }}

),

stories as (

    select * from {{ ref('int_events__stories') }}

),

day_parts as (

    select * from {{ ref('int_events__day_parts') }}

),

news_days as (

    select * from {{ ref('int_events__news_days') }}

),

-- 'On Saturday' is not 'on Thursday', whatever the week; outlets far apart may differ by a day.
of_other_days as (

    select
        candidates.earlier_report_id,
        candidates.later_report_id
    from candidates
    inner join day_parts as earlier on candidates.earlier_report_id = earlier.event_report_id
    inner join day_parts as later on candidates.later_report_id = later.event_report_id
    where
        not (earlier.is_dated and later.is_dated)
        and (
            earlier.calendar_month <> later.calendar_month
            or earlier.calendar_day <> later.calendar_day
            or abs(earlier.weekday - later.weekday) between 2 and 5
        )

)

select
    candidates.earlier_report_id,
    candidates.later_report_id,
    earlier.article_id = later.article_id as is_same_article,
    coalesce(stories.likeness, 0) as likeness,
    coalesce(stories.is_near, false) as is_near_story,
    least(earlier.precision_rank, later.precision_rank) as better_precision,
    greatest(earlier.precision_rank, later.precision_rank) as worse_precision,
    of_other_days.earlier_report_id is null and (
        coalesce(
            coalesce(earlier_news.day_from, earlier.window_from) <= coalesce(later_news.day_to, later.window_to)
            and coalesce(later_news.day_from, later.window_from) <= coalesce(earlier_news.day_to, earlier.window_to),
            false
        )
        -- An article may come back to an old event without dating it again.
        or (earlier.article_id = later.article_id and greatest(earlier.precision_rank, later.precision_rank) >= 6)
        or greatest(earlier.precision_rank, later.precision_rank) = 7
    ) as is_window_common,
    -- 'The tariffs' of an undated report may be those that another article dates back.
    of_other_days.earlier_report_id is null and coalesce(
        (later.is_back_reference and earlier.precision_rank <= 4 and earlier.window_to <= later.published_to)
        or (earlier.is_back_reference and later.precision_rank <= 4 and later.window_to <= earlier.published_to),
        false
    ) as is_dated_back,
    coalesce(earlier.occurred_edtf = later.occurred_edtf, false) as is_same_date,
    coalesce(
        earlier.published_from >= {{ add_days('later.published_from', -3) }} and later.published_from >= {{ add_days('earlier.published_from', -3) }}
        and greatest(earlier.window_to, later.window_to) >= {{ add_days('least(earlier.published_from, later.published_from)', -7) }},
        false
    ) as is_fresh,
    earlier.is_only_of_its_kind and later.is_only_of_its_kind as is_only_date,
    coalesce(earlier.is_news, false) as is_earlier_news,
    coalesce(later.is_news, false) as is_later_news,
    earlier.status = later.status as is_same_status,
    earlier.status <> later.status and 'ongoing' in (earlier.status, later.status) as is_state_and_deed,
    (earlier.status in ('scheduled', 'threatened')) <> (later.status in ('scheduled', 'threatened')) as is_plan_and_fact,
    -- What is planned on a day is not what was done before it.
    coalesce(
        (earlier.status in ('scheduled', 'threatened') and later.status not in ('scheduled', 'threatened') and later.window_to < earlier.published_from)
        or (later.status in ('scheduled', 'threatened') and earlier.status not in ('scheduled', 'threatened') and earlier.window_to < later.published_from),
        false
    ) as is_plan_after_fact,
    -- Told as news without a date, long after the day that the other gives.
    coalesce(
        (later.precision_rank = 6 and not later.is_back_reference and earlier.precision_rank <= 3 and earlier.window_to < {{ add_days('later.published_from', -10) }})
        or (
            earlier.precision_rank = 6 and not earlier.is_back_reference and later.precision_rank <= 3
            and later.window_to < {{ add_days('earlier.published_from', -10) }}
        ),
        false
    ) as is_news_long_after,
    -- 'Has struck often since May'
    coalesce(earlier.occurred_edtf like '%/..', false) or coalesce(later.occurred_edtf like '%/..', false) as is_tally,
    earlier.status = 'threatened' or later.status = 'threatened' as is_threat,
    earlier.is_in_force <> later.is_in_force
    and (earlier.status <> later.status or coalesce(earlier.occurred_edtf, '') <> coalesce(later.occurred_edtf, '')) as is_announcement_and_force
from candidates
inner join reports as earlier on candidates.earlier_report_id = earlier.event_report_id
inner join reports as later on candidates.later_report_id = later.event_report_id
left join stories
    on
        least(earlier.article_id, later.article_id) = stories.left_article_id
        and greatest(earlier.article_id, later.article_id) = stories.right_article_id
left join of_other_days
    on candidates.earlier_report_id = of_other_days.earlier_report_id and candidates.later_report_id = of_other_days.later_report_id
-- What is told without a date in another week's article is that week's.
left join news_days as earlier_news
    on case when not coalesce(stories.is_near, false) then candidates.earlier_report_id end = earlier_news.event_report_id
left join news_days as later_news
    on case when not coalesce(stories.is_near, false) then candidates.later_report_id end = later_news.event_report_id
