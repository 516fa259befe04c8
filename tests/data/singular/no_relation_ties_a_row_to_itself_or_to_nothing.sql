-- Relations with an end that is not in the table they name, or with twice the same end.
with

relations as (
    select * from {{ ref('relations') }}
),

ends as (
    select
        relation_id,
        left_table as end_table,
        left_id as end_id
    from relations
    union all
    select
        relation_id,
        right_table as end_table,
        right_id as end_id
    from relations
),

known as (
    select
        'articles' as end_table,
        article_id as end_id
    from {{ ref('articles') }}
    union all
    select
        'events' as end_table,
        event_id as end_id
    from {{ ref('events') }}
    union all
    select
        'event_reports' as end_table,
        event_report_id as end_id
    from {{ ref('event_reports') }}
    union all
    select
        'figures' as end_table,
        figure_id as end_id
    from {{ ref('figures') }}
    union all
    select
        'figure_reports' as end_table,
        figure_report_id as end_id
    from {{ ref('figure_reports') }}
    union all
    select
        'statements' as end_table,
        statement_id as end_id
    from {{ ref('statements') }}
    union all
    select
        'superseded_reports' as end_table,
        superseded_report_id as end_id
    from {{ ref('superseded_reports') }}
)

select
    ends.relation_id,
    ends.end_table,
    ends.end_id
from ends
left join known
    on
        ends.end_table = known.end_table
        and ends.end_id = known.end_id
where known.end_id is null

union all

select
    relations.relation_id,
    relations.left_table as end_table,
    relations.left_id as end_id
from relations
where
    relations.left_table = relations.right_table
    and relations.left_id = relations.right_id
