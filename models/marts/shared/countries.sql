-- One row per country of ISO 3166-1, with how often it appears.
with

countries as (
    select * from {{ ref('country_registry') }}
)

select
    countries.country_code,
    countries.name
from countries
