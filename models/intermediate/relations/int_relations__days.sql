-- One row per pair of events that look like one but are put on neighbouring days by different articles.
with

pairs as (
    select * from {{ ref('int_events__pairs') }}
    where
        not is_date_compatible
        and not is_same_article
        and same_role_count >= 2
        and (is_same_trigger or is_same_place or shared_item_count > 0)
        and reason = 'dates exclude each other'
),

members as (
    select * from {{ ref('int_events__members') }}
),

events as (
    select * from {{ ref('int_events__events') }}
    where
        occurred_from = occurred_to
        and event_type <> 'other'
),

reports as (
    select * from {{ ref('int_events__reports') }}
),

told as (
    select
        members.event_id,
        reports.article_id
    from members
    inner join reports on members.event_report_id = reports.event_report_id
    group by members.event_id, reports.article_id
),

event_pairs as (
    select
        later_members.event_id as left_id,
        earlier_members.event_id as right_id
    from pairs
    inner join members as later_members on pairs.later_report_id = later_members.event_report_id
    inner join members as earlier_members on pairs.earlier_report_id = earlier_members.event_report_id
    group by later_members.event_id, earlier_members.event_id
),

-- An article that tells both knows them as two.
told_together as (
    select
        event_pairs.left_id,
        event_pairs.right_id
    from event_pairs
    inner join told as lefts on event_pairs.left_id = lefts.event_id
    inner join told as rights
        on
            event_pairs.right_id = rights.event_id
            and lefts.article_id = rights.article_id
    group by event_pairs.left_id, event_pairs.right_id
)

select
    'contradicts' as relation_kind,
    'events' as left_table,
    event_pairs.left_id,
    'events' as right_table,
    event_pairs.right_id,
    concat_ws(
        '',
        'Told by the same sides in the same words, but of ', lefts.occurred_edtf, ' in one article (''', lefts.title,
        ''') and of ', rights.occurred_edtf, ' in another (''', rights.title, ''').'
    ) as reason,
    'other-day' as rule
from event_pairs
inner join events as lefts on event_pairs.left_id = lefts.event_id
inner join events as rights on event_pairs.right_id = rights.event_id
left join told_together
    on
        event_pairs.left_id = told_together.left_id
        and event_pairs.right_id = told_together.right_id
where
    event_pairs.left_id <> event_pairs.right_id
    and told_together.left_id is null
    and lefts.occurred_from >= {{ add_days('rights.occurred_from', '-3') }}
    and lefts.occurred_from <= {{ add_days('rights.occurred_from', '3') }}
