-- One row per figure report, with its value made comparable: in the base unit of its family, money in US dollars of its year
with

reports as (
    select * from {{ ref('int_figures__reports') }}
),

units as (
    select * from {{ ref('unit_list') }}
),

currencies as (
    select * from {{ ref('currency_list') }}
),

rates as (
    select * from {{ ref('exchange_rates') }}
),

rate_years as (
    select
        min(rates.rate_year) as first_year,
        max(rates.rate_year) as last_year
    from rates
),

dated as (
    select
        reports.*,
        least(
            greatest(
                cast(extract(year from coalesce(reports.published_from, cast('2100-01-01' as date))) as integer), rate_years.first_year
            ),
            rate_years.last_year
        ) as rate_year
    from reports
    cross join rate_years
),

based as (
    select
        dated.figure_report_id,
        case
            when currencies.currency_code is not null then 'money'
            else coalesce(units.unit_family, 'count')
        end as unit_family,
        case
            when dated.value is null then null
            when currencies.currency_code is not null then abs(dated.value) / rates.units_per_usd
            else abs(dated.value) * coalesce(units.base_factor, 1.0)
        end as base_value,
        case when dated.value is null then dated.rule end as vague_kind,
        abs(dated.value) as size
    from dated
    left join units
        on dated.unit = units.unit
    left join currencies
        on dated.unit = currencies.currency_code
    left join rates
        on
            dated.unit = rates.currency_code
            and dated.rate_year = rates.rate_year
),

with_digits as (
    select
        based.*,
        case when based.size > 0 then based.size / power(10.0, floor(log10(based.size))) end as leading_digits
    from based
)

select
    with_digits.figure_report_id,
    with_digits.unit_family,
    with_digits.base_value,
    with_digits.vague_kind,
    -- how telling the value is: 1 for 20 or 80,000, 2 for 450,000, 3 for 1,312
    case
        when with_digits.leading_digits is null then 0
        when abs(with_digits.leading_digits - round(with_digits.leading_digits, 0)) < 0.000001 then 1
        when abs(with_digits.leading_digits - round(with_digits.leading_digits, 1)) < 0.000001 then 2
        else 3
    end as digit_count,
    -- values within a tenth of each other are in the same or in neighbouring steps
    case
        when with_digits.base_value > 0 then cast(floor(ln(with_digits.base_value) / 0.1) as integer)
        when with_digits.base_value = 0 then -100000
    end as value_step
from with_digits
