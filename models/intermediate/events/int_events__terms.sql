-- One row per event report and telling word of it; names of countries are left out, for sides are compared apart.
with terms as (

    select * from {{ ref('stg_event_terms') }}
    where term_kind <> 'deed'

),

country_names as (

    select distinct lower(name_as_written) as term
    from {{ ref('country_registry_names') }}

),

general_words as (

    select
        term,
        false as is_of_names
    from {{ ref('event_general_words') }}
    union
    select
        word as term,
        true as is_of_names
    from {{ ref('event_general_words') }}
    where is_of_names

),

-- Who takes part is compared apart: 'President Ruiz signed' says nothing about what.
participants as (

    select
        participants.event_report_id,
        concat_ws('', ' ', lower(actors.name), ' ') as name,
        actors.actor_type = 'country' as is_country
    from {{ ref('int_events__report_participants') }} as participants
    inner join {{ ref('int_actors__actors') }} as actors on participants.actor_id = actors.actor_id
    where participants.participant_role <> 'target' or actors.actor_type = 'country'

),

names_of_participants as (

    select
        terms.event_report_id,
        terms.term,
        max(case when participants.is_country then 1 else 0 end) = 1 as is_country
    from terms
    inner join participants
        on
            terms.event_report_id = participants.event_report_id
            and participants.name like concat_ws('', '% ', terms.term, ' %')
    where terms.term_kind like '%name'
    group by terms.event_report_id, terms.term

)

select
    terms.event_report_id,
    terms.term,
    max(case when terms.term_kind = 'name' then 1 else 0 end) = 1 as is_name,
    max(case when terms.term_kind in ('name', 'nearby name') then 1 else 0 end) = 1 as is_name_of_sentence,
    max(case when terms.term_kind like 'nearby%' then 0 else 1 end) = 1 as is_of_quote,
    max(case when terms.term_kind = 'trigger' then 1 else 0 end) = 1 as is_trigger,
    max(case when terms.term_kind = 'back-reference' then 1 else 0 end) = 1 as is_back_reference,
    max(case when terms.term_kind = 'sequence' then 1 else 0 end) = 1 as is_sequence,
    max(
        case
            when terms.term_kind in ('trigger', 'back-reference', 'introduction', 'sequence') or general_words.term is not null
                or names_of_participants.term is not null
                then 0
            else 1
        end
    ) = 1
    and max(case when terms.term_kind = 'trigger' then 1 else 0 end) = 0 as is_matter
from terms
left join country_names on terms.term = country_names.term
left join general_words on terms.term = general_words.term and (terms.term_kind like '%name') = general_words.is_of_names
left join names_of_participants
    on terms.event_report_id = names_of_participants.event_report_id and terms.term = names_of_participants.term
where country_names.term is null and not coalesce(names_of_participants.is_country, false)
group by terms.event_report_id, terms.term
