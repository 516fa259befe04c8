-- One row per event report and telling word of it; names of countries are left out, for sides are compared apart.
with terms as (

    select * from {{ ref('stg_event_terms') }}
    where term_kind <> 'deed'

),

country_names as (

    select distinct lower(name_as_written) as term
    from {{ ref('country_registry_names') }}

)

select
    terms.event_report_id,
    terms.term,
    max(case when terms.term_kind = 'name' then 1 else 0 end) = 1 as is_name,
    max(case when terms.term_kind in ('name', 'nearby name') then 1 else 0 end) = 1 as is_name_of_sentence,
    max(case when terms.term_kind like 'nearby%' then 0 else 1 end) = 1 as is_of_quote,
    max(case when terms.term_kind = 'trigger' then 1 else 0 end) = 1 as is_trigger,
    max(case when terms.term_kind = 'back-reference' then 1 else 0 end) = 1 as is_back_reference,
    max(case when terms.term_kind = 'sequence' then 1 else 0 end) = 1 as is_sequence
from terms
left join country_names on terms.term = country_names.term
where country_names.term is null
group by terms.event_report_id, terms.term
