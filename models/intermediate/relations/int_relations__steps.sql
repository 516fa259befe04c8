-- One row per pair of events that two articles tell of one figure, as different steps or on dates that exclude each other.
{%- set quarter_before_one = add_days('one.occurred_from', '-92') %}
{%- set quarter_before_other = add_days('other.occurred_from', '-92') %}
with

events as (
    select * from {{ ref('int_events__events') }}
),

participants as (
    select * from {{ ref('int_events__participants') }}
),

told_amounts as (
    select * from {{ ref('int_relations__told_amounts') }}
),

-- The steps that the articles of an event tell of the figure: one that tells it of both ('seized two tonnes and arrested
-- ten people') contradicts nobody.
steps_told as (
    select
        one.event_id,
        one.figure_id,
        other.event_subtype
    from told_amounts as one
    inner join told_amounts as other
        on
            one.article_id = other.article_id
            and one.figure_id = other.figure_id
            and one.event_id <> other.event_id
    group by one.event_id, one.figure_id, other.event_subtype
),

told_figures as (
    select
        event_id,
        figure_id,
        min(amount_text) as amount_text,
        max(case when is_rate then 1 else 0 end) = 1 as is_rate
    from told_amounts
    group by event_id, figure_id
),

told_twice as (
    select
        one.event_id as left_id,
        other.event_id as right_id,
        one.title as left_title,
        other.title as right_title,
        one.occurred_edtf as left_edtf,
        other.occurred_edtf as right_edtf,
        one_told.amount_text,
        one.event_subtype <> other.event_subtype as is_other_step,
        row_number() over (partition by one.event_id, other.event_id order by one_told.figure_id) as choice
    from told_figures as one_told
    inner join told_figures as other_told
        on
            one_told.figure_id = other_told.figure_id
            and one_told.event_id > other_told.event_id
    inner join events as one on one_told.event_id = one.event_id
    inner join events as other
        on
            other_told.event_id = other.event_id
            and one.event_type = other.event_type
    left join steps_told as of_one
        on
            one.event_id = of_one.event_id
            and one_told.figure_id = of_one.figure_id
            and other.event_subtype = of_one.event_subtype
    left join steps_told as of_other
        on
            other.event_id = of_other.event_id
            and one_told.figure_id = of_other.figure_id
            and one.event_subtype = of_other.event_subtype
    where
        one.event_type <> 'other'
        and of_one.event_id is null
        and of_other.event_id is null
        and (
            -- Round amounts recur: without a date in both ('imposing 25%', 'raised to 25% in June') the two may be any steps.
            (one.event_subtype <> other.event_subtype and one.occurred_edtf is not null and other.occurred_edtf is not null)
            -- Within a quarter of a year of each other: the same figure a year later is another step, and 50% that of other goods.
            or (not one_told.is_rate and one.occurred_to < other.occurred_from and one.occurred_from >= {{ quarter_before_other }})
            or (not one_told.is_rate and other.occurred_to < one.occurred_from and other.occurred_from >= {{ quarter_before_one }})
        )
),

-- By the same side, or against it.
with_shared_side as (
    select
        told_twice.left_id,
        told_twice.right_id
    from told_twice
    inner join participants as one on told_twice.left_id = one.event_id
    inner join participants as other
        on
            told_twice.right_id = other.event_id
            and one.actor_id = other.actor_id
            and one.participant_role = other.participant_role
    where told_twice.choice = 1 and one.participant_role <> 'subject'
    group by told_twice.left_id, told_twice.right_id
)

select
    'contradicts' as relation_kind,
    'events' as left_table,
    told_twice.left_id,
    'events' as right_table,
    told_twice.right_id,
    concat_ws(
        '',
        'The same figure (', told_twice.amount_text, ') belongs to ''', told_twice.left_title, ''' (',
        coalesce(told_twice.left_edtf, 'undated'), ') and to ''', told_twice.right_title, ''' (',
        coalesce(told_twice.right_edtf, 'undated'), '): ',
        case when told_twice.is_other_step then 'two different steps.' else 'dates that exclude each other.' end
    ) as reason,
    case when told_twice.is_other_step then 'other-step' else 'other-date' end as rule
from told_twice
inner join with_shared_side
    on
        told_twice.left_id = with_shared_side.left_id
        and told_twice.right_id = with_shared_side.right_id
where told_twice.choice = 1
