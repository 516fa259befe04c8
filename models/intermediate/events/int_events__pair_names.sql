-- One row per pair of event reports that is compared, with whether they name other persons, or other numbers of one name ('Order 12', 'Order 14').
with candidates as (

    select * from {{ ref('int_events__candidates') }}

),

of_persons as (

    select * from {{ ref('int_events__pair_persons') }}

),

-- Surnames of persons to whom something happened somewhere.
surnames as (

    select lower({{ last_word('actors.name') }}) as term
    from {{ ref('int_events__report_participants') }} as participants
    inner join {{ ref('int_actors__actors') }} as actors on participants.actor_id = actors.actor_id
    where actors.actor_type = 'person' and actors.name like '% %' and participants.participant_role in ('target', 'subject')
    group by lower({{ last_word('actors.name') }})

),

names as (

    select
        terms.event_report_id,
        terms.term,
        'surname' as head
    from {{ ref('int_events__terms') }} as terms
    inner join surnames on terms.term = surnames.term
    where terms.is_name and terms.is_matter
    union all
    select
        event_report_id,
        term,
        substr(term, 1, position(' ' in term)) as head
    from {{ ref('stg_event_terms') }}
    where term_kind = 'numbered name'

),

compared as (

    select
        candidates.earlier_rank,
        candidates.later_rank,
        earlier.head = 'surname' as is_surname,
        max(case when earlier.term = later.term then 1 else 0 end) as is_same
    from candidates
    inner join names as earlier on candidates.earlier_report_id = earlier.event_report_id
    inner join names as later on candidates.later_report_id = later.event_report_id and earlier.head = later.head
    group by candidates.earlier_rank, candidates.later_rank, earlier.head

),

others as (

    select
        earlier_rank,
        later_rank,
        max(case when is_surname then 1 else 0 end) = 1 as is_other_surname,
        max(case when is_surname then 0 else 1 end) = 1 as is_other_numbered_name
    from compared
    where is_same = 0
    group by earlier_rank, later_rank

)

select
    candidates.earlier_report_id,
    candidates.later_report_id,
    coalesce(others.is_other_surname, false) and of_persons.shared_person_count = 0 as is_other_surname,
    coalesce(others.is_other_numbered_name, false) as is_other_numbered_name
from candidates
inner join of_persons
    on candidates.earlier_report_id = of_persons.earlier_report_id and candidates.later_report_id = of_persons.later_report_id
left join others
    on candidates.earlier_rank = others.earlier_rank and candidates.later_rank = others.later_rank
