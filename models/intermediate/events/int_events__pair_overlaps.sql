-- One row per pair of event reports that is compared, with how many sides, items and numbers they have in common.
with candidates as (

    select * from {{ ref('int_events__candidates') }}

),

sides as (

    select * from {{ ref('int_events__sides') }}

),

items as (

    select * from {{ ref('stg_event_items') }}

),

numbers as (

    select * from {{ ref('int_events__values') }}

),

shared_keys as (

    select
        candidates.earlier_rank,
        candidates.later_rank,
        earlier.side_key,
        earlier.side_kind,
        earlier.side_kind = 'country' or not earlier.has_country as is_party,
        max(case when earlier.participant_role = later.participant_role then 1 else 0 end) as is_same_role,
        max(case when earlier.participant_role <> 'target' and later.participant_role <> 'target' then 1 else 0 end) as is_doer,
        max(case when earlier.participant_role = 'target' and later.participant_role = 'target' then 1 else 0 end) as is_target
    from candidates
    inner join sides as earlier on candidates.earlier_report_id = earlier.event_report_id
    inner join sides as later on candidates.later_report_id = later.event_report_id and earlier.side_key = later.side_key
    group by candidates.earlier_rank, candidates.later_rank, earlier.side_key, earlier.side_kind, earlier.has_country

),

shared_sides as (

    select
        earlier_rank,
        later_rank,
        count(*) filter (where side_kind = 'country') as country_count,
        count(*) filter (where side_kind = 'country' and is_same_role = 1) as same_role_count,
        count(*) filter (where side_kind = 'actor') as actor_count,
        -- A minister and his country are one party.
        count(*) filter (where is_party) as party_count,
        sum(is_doer) as doer_count,
        sum(is_target) as target_count,
        -- What a government does at home says little by whom it is done to.
        count(*) filter (where is_target = 1 and is_doer = 0) as other_side_count
    from shared_keys
    group by earlier_rank, later_rank

),

shared_items as (

    select
        candidates.earlier_rank,
        candidates.later_rank,
        count(distinct earlier.item_key) as item_count
    from candidates
    inner join items as earlier on candidates.earlier_report_id = earlier.event_report_id
    inner join items as later on candidates.later_report_id = later.event_report_id and earlier.item_key = later.item_key
    group by candidates.earlier_rank, candidates.later_rank

),

-- Two counts of the same thing that differ tell of two events, at least inside one article.
shared_numbers as (

    select
        candidates.earlier_rank,
        candidates.later_rank,
        count(*) filter (where earlier.value = later.value and earlier.is_telling and (earlier.unit = later.unit or earlier.value >= 100)) as number_count,
        -- Rates recur: of two acts with 25 percent each many are two.
        count(*) filter (
            where earlier.value = later.value and earlier.is_telling and earlier.unit = later.unit and earlier.unit <> 'percent'
        ) as amount_count,
        count(*) filter (where earlier.value = later.value and earlier.unit = later.unit) as same_count,
        count(*) filter (where earlier.value <> later.value and earlier.unit = later.unit) as other_count
    from candidates
    inner join numbers as earlier on candidates.earlier_report_id = earlier.event_report_id
    inner join numbers as later on candidates.later_report_id = later.event_report_id
    group by candidates.earlier_rank, candidates.later_rank

)

select
    candidates.earlier_report_id,
    candidates.later_report_id,
    coalesce(shared_sides.country_count, 0) as shared_country_count,
    coalesce(shared_sides.same_role_count, 0) as same_role_count,
    coalesce(shared_sides.actor_count, 0) as shared_actor_count,
    coalesce(shared_sides.party_count, 0) as shared_party_count,
    coalesce(shared_sides.doer_count, 0) as shared_doer_count,
    coalesce(shared_sides.target_count, 0) as shared_target_count,
    coalesce(shared_sides.other_side_count, 0) as shared_other_side_count,
    coalesce(shared_items.item_count, 0) as shared_item_count,
    coalesce(shared_numbers.number_count, 0) as shared_number_count,
    coalesce(shared_numbers.amount_count, 0) as shared_amount_count,
    coalesce(shared_numbers.same_count, 0) = 0 and coalesce(shared_numbers.other_count, 0) > 0 as is_other_number
from candidates
left join shared_sides
    on candidates.earlier_rank = shared_sides.earlier_rank and candidates.later_rank = shared_sides.later_rank
left join shared_items
    on candidates.earlier_rank = shared_items.earlier_rank and candidates.later_rank = shared_items.later_rank
left join shared_numbers
    on candidates.earlier_rank = shared_numbers.earlier_rank and candidates.later_rank = shared_numbers.later_rank
