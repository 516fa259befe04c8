-- One row per unit that figures may have, beside counted nouns.
with

units as (
    select * from {{ ref('unit_list') }}
),

currencies as (
    select * from {{ ref('currency_list') }}
)

select
    units.unit,
    units.unit_label as label,
    units.unit_family as unit_kind,
    units.unit_label as description
from units

union all

select
    currencies.currency_code as unit,
    currencies.currency_name as label,
    'money' as unit_kind,
    concat_ws('', currencies.currency_name, ' (ISO 4217)') as description
from currencies
