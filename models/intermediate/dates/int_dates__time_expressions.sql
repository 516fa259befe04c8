-- One row per time expression, resolved against its article's publication date: what holds from both ends of the
-- publication interval, coarser where they differ, NULL where nothing certain is left.
with expressions as (
    select * from {{ ref('stg_time_expressions') }}
),

points as (
    select * from {{ ref('int_dates__points') }}
),

-- From one end of the publication interval: a single point, or the two ends of an interval.
sides as (
    select
        time_expression_id,
        reference_bound,
        max(case when point_position = 'at' then value end) as at_value,
        max(case when point_position = 'from' then value end) as from_value,
        max(case when point_position = 'to' then value end) as to_value,
        count(case when point_position = 'to' then 1 end) as to_count,
        count(case when point_position = 'from' then 1 end) as from_count,
        min(case when point_position != 'to' then value_from end) as first_day,
        max(case when point_position != 'from' then value_to end) as last_day,
        max(case when point_position = 'from' and is_floating then 1 else 0 end) as is_from_floating,
        max(case when is_fiscal then 1 else 0 end) as is_fiscal
    from points
    group by time_expression_id, reference_bound
),

-- 'from November to February': the first end lies before the second.
ordered as (
    select
        sides.*,
        sides.is_from_floating = 1 and sides.first_day > sides.last_day as is_wrapped
    from sides
),

valued as (
    select
        time_expression_id,
        reference_bound,
        is_fiscal,
        case when is_wrapped then {{ dossier.add_months('first_day', '-12') }} else first_day end as value_from,
        last_day as value_to,
        case
            when at_value is not null then at_value
            -- 'since the beginning of 2024' is open from the first month of that beginning.
            when from_count > 0 and to_count = 0 and from_value like '%/%'
                then concat_ws('', substr(from_value, 1, instr(from_value, '/') - 1), '/..')
            when from_count > 0 and to_count = 0 then concat_ws('', replace(from_value, '~', ''), '/..')
            when is_wrapped
                then concat_ws(
                        '',
                        cast(cast(substr(from_value, 1, 4) as integer) - 1 as {{ dbt.type_string() }}), substr(from_value, 5), '/', to_value
                    )
            when from_value like '%/%' or to_value like '%/%'
                then concat_ws('', {{ dossier.edtf_day('first_day') }}, '/', {{ dossier.edtf_day('last_day') }})
            else concat_ws('', from_value, '/', to_value)
        end as value
    from ordered
),

-- Both ends together; a value is known only where each end gives one.
both_ends as (
    select
        time_expression_id,
        count(value) as value_count,
        min(value) as first_value,
        max(value) as last_value,
        min(value_from) as value_from,
        max(value_to) as value_to,
        max(is_fiscal) as is_fiscal,
        max(case when value like '%/..' then 1 else 0 end) as is_open
    from valued
    group by time_expression_id
),

settled as (
    select
        *,
        case
            when value_count < 2 then null
            when first_value = last_value then first_value
            when is_open = 1 then concat_ws('', {{ dossier.edtf_year('value_from') }}, '/..')
            when {{ dossier.edtf_month('value_from') }} = {{ dossier.edtf_month('value_to') }} then {{ dossier.edtf_month('value_from') }}
            when {{ dossier.edtf_year('value_from') }} = {{ dossier.edtf_year('value_to') }} then {{ dossier.edtf_year('value_from') }}
            else concat_ws('', {{ dossier.edtf_year('value_from') }}, '/', {{ dossier.edtf_year('value_to') }})
        end as settled_value
    from both_ends
)

select
    expressions.time_expression_id,
    expressions.article_id,
    expressions.document_id,
    coalesce(
        case
            -- 'in the past week': its length says more than the year it lies in.
            when settled.first_value != settled.last_value and expressions.duration is not null then expressions.duration
            when expressions.is_approximate and length(settled.settled_value) < 11 and settled.settled_value not like '%~'
                and settled.settled_value not like '%/%' and settled.settled_value not like '%X'
                then concat_ws('', settled.settled_value, '~')
            else settled.settled_value
        end,
        expressions.duration
    ) as value,
    case when settled.settled_value is not null and settled.is_fiscal = 0 then settled.value_from end as value_from,
    case when settled.settled_value is not null and settled.is_fiscal = 0 then settled.value_to end as value_to,
    expressions.time_kind,
    case
        when settled.settled_value is null and expressions.duration is not null then 'duration'
        when settled.settled_value is null then 'unresolved'
        when settled.first_value = settled.last_value then 'both-ends-agree'
        else 'coarsened'
    end as resolution_rule
from expressions
left join settled
    on expressions.time_expression_id = settled.time_expression_id
