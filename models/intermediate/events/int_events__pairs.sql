-- One row per pair of event reports that was compared, with what speaks for and against their being one event, and the verdict.
with candidates as (

    select * from {{ ref('int_events__candidates') }}

),

windows as (

    select * from {{ ref('int_events__windows') }}

),

participants as (

    select * from {{ ref('int_events__report_participants') }}

),

actors as (

    select * from {{ ref('int_actors__actors') }}

),

numbers as (

    select * from {{ ref('int_events__values') }}

),

sides as (

    select * from {{ ref('int_events__sides') }}

),

items as (

    select
        event_report_id,
        item_key
    from {{ ref('stg_event_items') }}
    group by event_report_id, item_key

),

judgements as (

    select
        left_event_report_id,
        right_event_report_id,
        max(verdict) as verdict
    from {{ ref('event_judgements') }}
    where verdict in ('same', 'different')
    group by left_event_report_id, right_event_report_id

),

-- A president and his country count once: what matters is how many sides two reports have in common.
shared_actors as (

    select
        candidates.earlier_report_id,
        candidates.later_report_id,
        count(distinct coalesce(actors.country_code, actors.actor_id)) as actor_count,
        count(distinct case when earlier.participant_role = later.participant_role then coalesce(actors.country_code, actors.actor_id) end)
            as same_role_count
    from candidates
    inner join participants as earlier on candidates.earlier_report_id = earlier.event_report_id
    inner join participants as later
        on candidates.later_report_id = later.event_report_id and earlier.actor_id = later.actor_id
    inner join actors on earlier.actor_id = actors.actor_id
    group by candidates.earlier_report_id, candidates.later_report_id

),

role_counts as (

    select
        event_report_id,
        count(*) filter (where participant_role in ('agent', 'participant', 'subject')) as doer_count,
        count(*) filter (where participant_role = 'target') as target_count
    from participants
    group by event_report_id

),

-- Two reports that name different doers, or different targets, tell of two events. A minister and his country are one side.
shared_roles as (

    select
        candidates.earlier_report_id,
        candidates.later_report_id,
        count(*) filter (where later.participant_role <> 'target') as doer_count,
        count(*) filter (where later.participant_role = 'target') as target_count
    from candidates
    inner join sides as earlier on candidates.earlier_report_id = earlier.event_report_id
    inner join sides as later
        on
            candidates.later_report_id = later.event_report_id
            and earlier.side_key = later.side_key
            and earlier.participant_role = later.participant_role
    group by candidates.earlier_report_id, candidates.later_report_id

),

shared_items as (

    select
        candidates.earlier_report_id,
        candidates.later_report_id,
        count(*) as item_count
    from candidates
    inner join items as earlier on candidates.earlier_report_id = earlier.event_report_id
    inner join items as later on candidates.later_report_id = later.event_report_id and earlier.item_key = later.item_key
    group by candidates.earlier_report_id, candidates.later_report_id

),

shared_numbers as (

    select
        candidates.earlier_report_id,
        candidates.later_report_id,
        count(*) as number_count
    from candidates
    inner join numbers as earlier on candidates.earlier_report_id = earlier.event_report_id
    inner join numbers as later
        on candidates.later_report_id = later.event_report_id and earlier.value = later.value and earlier.unit = later.unit
    group by candidates.earlier_report_id, candidates.later_report_id

),

item_counts as (

    select
        event_report_id,
        count(*) as item_count
    from items
    group by event_report_id

),

features as (

    select
        candidates.earlier_report_id,
        candidates.later_report_id,
        earlier.anchor_rank as earlier_rank,
        later.anchor_rank as later_rank,
        earlier.article_id = later.article_id as is_same_article,
        least(earlier.precision_rank, later.precision_rank) as better_precision,
        greatest(earlier.precision_rank, later.precision_rank) as worse_precision,
        coalesce(earlier.window_from <= later.window_to and later.window_from <= earlier.window_to, false)
        -- An article may come back to an old event without dating it again.
        or (earlier.article_id = later.article_id and greatest(earlier.precision_rank, later.precision_rank) >= 6) as is_date_compatible,
        coalesce(earlier.occurred_edtf = later.occurred_edtf, false) as is_same_date,
        earlier.event_type = 'other' as is_other_occurrence,
        earlier.status in ('scheduled', 'threatened') <> later.status in ('scheduled', 'threatened') as is_plan_and_fact,
        earlier.is_in_force <> later.is_in_force and earlier.status <> later.status as is_announcement_and_force,
        coalesce(earlier.trigger_text = later.trigger_text, false) as is_same_trigger,
        coalesce(earlier.place = later.place, false) as is_same_place,
        coalesce(earlier.place_country_code <> later.place_country_code, false) as is_other_country,
        coalesce(shared_actors.actor_count, 0) as shared_actor_count,
        coalesce(shared_actors.same_role_count, 0) as same_role_count,
        coalesce(shared_roles.doer_count, 0) + coalesce(shared_roles.target_count, 0) as shared_side_count,
        coalesce(shared_items.item_count, 0) as shared_item_count,
        coalesce(shared_numbers.number_count, 0) > 0 as is_same_number,
        coalesce(earlier_items.item_count, 0) > 0 and coalesce(later_items.item_count, 0) > 0
        and shared_items.item_count is null as is_other_item,
        coalesce(earlier_roles.doer_count, 0) > 0 and coalesce(later_roles.doer_count, 0) > 0
        and coalesce(shared_roles.doer_count, 0) = 0 as is_other_doer,
        coalesce(earlier_roles.target_count, 0) > 0 and coalesce(later_roles.target_count, 0) > 0
        and coalesce(shared_roles.target_count, 0) = 0 as is_other_target,
        coalesce(judged.verdict, judged_back.verdict) as judged_verdict
    from candidates
    inner join windows as earlier on candidates.earlier_report_id = earlier.event_report_id
    inner join windows as later on candidates.later_report_id = later.event_report_id
    left join shared_actors
        on candidates.earlier_report_id = shared_actors.earlier_report_id and candidates.later_report_id = shared_actors.later_report_id
    left join shared_roles
        on candidates.earlier_report_id = shared_roles.earlier_report_id and candidates.later_report_id = shared_roles.later_report_id
    left join shared_items
        on candidates.earlier_report_id = shared_items.earlier_report_id and candidates.later_report_id = shared_items.later_report_id
    left join shared_numbers
        on candidates.earlier_report_id = shared_numbers.earlier_report_id and candidates.later_report_id = shared_numbers.later_report_id
    left join item_counts as earlier_items on candidates.earlier_report_id = earlier_items.event_report_id
    left join item_counts as later_items on candidates.later_report_id = later_items.event_report_id
    left join role_counts as earlier_roles on candidates.earlier_report_id = earlier_roles.event_report_id
    left join role_counts as later_roles on candidates.later_report_id = later_roles.event_report_id
    left join judgements as judged
        on candidates.earlier_report_id = judged.left_event_report_id and candidates.later_report_id = judged.right_event_report_id
    left join judgements as judged_back
        on candidates.earlier_report_id = judged_back.right_event_report_id and candidates.later_report_id = judged_back.left_event_report_id

),

-- Integer weights, frozen with the release: sums of floats would flip edges from run to run.
scored as (

    select
        features.*,
        3 * least(same_role_count, 3)
        + 1 * least(shared_actor_count - same_role_count, 2)
        + case when same_role_count = 0 then 2 * least(shared_side_count, 1) else 0 end
        + case
            when is_same_date and worse_precision <= 1 then 6
            when is_same_date then 4
            when worse_precision <= 3 then 4
            -- 'January to May' and 'so far this year' overlap, but count different things.
            when better_precision = 4 and worse_precision = 4 then -2
            when worse_precision = 4 then 2
            when worse_precision = 5 then 1
            when is_same_article and same_role_count > 1 then 2
            when is_same_article and same_role_count = 1 and is_same_trigger then 3
            else 0
        end
        + 2 * least(shared_item_count, 2)
        + case when is_same_number then 4 else 0 end
        + case when is_same_place then 2 else 0 end
        + case when is_same_trigger then 2 else 0 end
        - case when is_other_country then 3 else 0 end
        - case when is_other_target then 3 else 0 end
        - case when is_other_item then 4 else 0 end as evidence
    from features

),

reasoned as (

    select
        scored.*,
        case
            when judged_verdict = 'same' then 'judged same'
            when judged_verdict = 'different' then 'judged different'
            when not is_date_compatible and worse_precision < 7 then 'dates exclude each other'
            when is_announcement_and_force then 'announcement and entry into force'
            when is_plan_and_fact and better_precision > 1 then 'plan and fact without a common day'
            when is_other_occurrence and not is_same_trigger then 'other words for an occurrence without a type'
            when is_other_doer then 'done by others'
            when
                shared_side_count = 0 and shared_actor_count = 0
                and not ((is_same_place or is_same_number) and is_same_trigger and worse_precision <= 4)
                then 'no common side'
            when is_same_article and worse_precision >= 6 and same_role_count < 2 and not (same_role_count = 1 and is_same_trigger)
                then 'second mention without a date'
            when evidence >= 8 then 'enough in common'
            else 'too little in common'
        end as reason
    from scored

)

select
    earlier_report_id,
    later_report_id,
    earlier_rank,
    later_rank,
    is_same_article,
    is_date_compatible,
    better_precision,
    worse_precision,
    shared_actor_count,
    same_role_count,
    shared_item_count,
    shared_side_count,
    is_same_date,
    is_same_number,
    is_same_trigger,
    is_same_place,
    cast(case when reason = 'judged same' then 1000 else evidence end as integer) as score,
    reason in ('judged same', 'enough in common') as is_taken,
    reason
from reasoned
