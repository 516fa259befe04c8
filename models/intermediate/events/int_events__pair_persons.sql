-- One row per pair of event reports that is compared, with whether what they tell happened to other persons.
with candidates as (

    select * from {{ ref('int_events__candidates') }}

),

persons as (

    select * from {{ ref('int_events__persons') }}

),

ages as (

    select * from {{ ref('int_events__values') }}
    where is_age

),

person_counts as (

    select
        event_report_id,
        count(*) as person_count
    from persons
    group by event_report_id

),

shared_persons as (

    select
        candidates.earlier_rank,
        candidates.later_rank,
        count(*) as person_count
    from candidates
    inner join persons as earlier on candidates.earlier_report_id = earlier.event_report_id
    inner join persons as later on candidates.later_report_id = later.event_report_id and earlier.actor_id = later.actor_id
    group by candidates.earlier_rank, candidates.later_rank

),

-- Who speaks for a country at talks: two prime ministers of one country were not at the same ones.
delegates as (

    select
        participants.event_report_id,
        participants.actor_id,
        actors.country_code
    from {{ ref('int_events__report_participants') }} as participants
    inner join {{ ref('int_actors__actors') }} as actors on participants.actor_id = actors.actor_id
    inner join {{ ref('int_events__windows') }} as windows on participants.event_report_id = windows.event_report_id
    where actors.actor_type = 'person' and actors.country_code is not null and windows.event_type = 'consult'

),

delegations as (

    select
        candidates.earlier_rank,
        candidates.later_rank,
        max(case when earlier.actor_id = later.actor_id then 1 else 0 end) as is_same
    from candidates
    inner join delegates as earlier on candidates.earlier_report_id = earlier.event_report_id
    inner join delegates as later
        on candidates.later_report_id = later.event_report_id and earlier.country_code = later.country_code
    group by candidates.earlier_rank, candidates.later_rank, earlier.country_code

),

other_delegations as (

    select
        earlier_rank,
        later_rank
    from delegations
    group by earlier_rank, later_rank
    having min(is_same) = 0

),

compared_ages as (

    select
        candidates.earlier_rank,
        candidates.later_rank,
        count(*) filter (where earlier.value = later.value) as same_count
    from candidates
    inner join ages as earlier on candidates.earlier_report_id = earlier.event_report_id
    inner join ages as later on candidates.later_report_id = later.event_report_id
    group by candidates.earlier_rank, candidates.later_rank

)

-- Nobody is known by name to both though both name somebody, or both tell an age and not the same.
select
    candidates.earlier_report_id,
    candidates.later_report_id,
    coalesce(shared_persons.person_count, 0) as shared_person_count,
    (earlier.person_count is not null and later.person_count is not null and shared_persons.person_count is null)
    or coalesce(compared_ages.same_count = 0, false) as is_other_person,
    other_delegations.earlier_rank is not null as is_other_delegate
from candidates
left join person_counts as earlier on candidates.earlier_report_id = earlier.event_report_id
left join person_counts as later on candidates.later_report_id = later.event_report_id
left join shared_persons
    on candidates.earlier_rank = shared_persons.earlier_rank and candidates.later_rank = shared_persons.later_rank
left join compared_ages
    on candidates.earlier_rank = compared_ages.earlier_rank and candidates.later_rank = compared_ages.later_rank
left join other_delegations
    on candidates.earlier_rank = other_delegations.earlier_rank and candidates.later_rank = other_delegations.later_rank
