-- One row per form under which a registered source is known, in the form it is compared in.
with

registry as (
    select * from {{ ref('source_registry') }}
),

other_names as (
    select * from {{ ref('source_registry_names') }}
),

forms as (
    select source_key, name as form, 1 as preference
    from registry

    union all

    select source_key, domain as form, 2 as preference
    from registry
    where domain is not null

    union all

    select source_key, name_as_written as form, 3 as preference
    from other_names
),

keyed as (
    select
        {{ source_name_key('forms.form') }} as name_key,
        forms.source_key,
        forms.preference
    from forms
),

-- A name that two sources share goes to the one that bears it as its own, then by key.
ranked as (
    select
        name_key,
        source_key,
        row_number() over (partition by name_key order by preference, source_key) as choice
    from keyed
)

select
    ranked.name_key,
    ranked.source_key,
    {{ hash_id('src', ['ranked.source_key']) }} as source_id
from ranked
where ranked.choice = 1
