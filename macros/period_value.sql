{# EDTF of a period at its grain: '2025-06', '2025-24', '199X', '2025-06-20/2025-06-26'; `is_whole` says that nothing
   cuts the period (no modifier, no span of several). #}
{% macro period_value(grain, period_from, period_to, is_whole) -%}
    case
        when {{ period_from }} is null or {{ period_to }} is null then null
        when {{ period_from }} = {{ period_to }} then {{ dossier.edtf_day(period_from) }}
        when not {{ is_whole }} and {{ grain }} in ('year', 'month', 'quarter', 'season')
            and extract(day from {{ period_from }}) = 1 and extract(day from {{ dossier.add_days(period_to, '1') }}) = 1
            then
                case
                    when {{ dossier.edtf_month(period_from) }} = {{ dossier.edtf_month(period_to) }} then {{ dossier.edtf_month(period_from) }}
                    else concat({{ dossier.edtf_month(period_from) }}, '/', {{ dossier.edtf_month(period_to) }})
                end
        when {{ grain }} in ('decade', 'century') and not {{ is_whole }}
            then concat({{ dossier.edtf_year(period_from) }}, '/', {{ dossier.edtf_year(period_to) }})
        when not {{ is_whole }} or {{ grain }} in ('day', 'week', 'weekend')
            then concat({{ dossier.edtf_day(period_from) }}, '/', {{ dossier.edtf_day(period_to) }})
        when {{ grain }} = 'month' then {{ dossier.edtf_month(period_from) }}
        when {{ grain }} = 'quarter'
            then concat({{ dossier.edtf_year(period_from) }}, '-', cast(33 + cast(floor((extract(month from {{ period_from }}) - 1) / 3) as integer) as {{ dbt.type_string() }}))
        when {{ grain }} = 'season'
            then concat({{ dossier.edtf_year(period_from) }}, '-', cast(20 + cast(floor(extract(month from {{ period_from }}) / 3) as integer) as {{ dbt.type_string() }}))
        when {{ grain }} = 'year' then {{ dossier.edtf_year(period_from) }}
        when {{ grain }} = 'decade' then concat(substr(cast({{ period_from }} as {{ dbt.type_string() }}), 1, 3), 'X')
        when {{ grain }} = 'century' then concat(substr(cast({{ period_from }} as {{ dbt.type_string() }}), 1, 2), 'XX')
    end
{%- endmacro %}
