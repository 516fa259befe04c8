{# Date arithmetic that DuckDB and Spark spell differently. Every macro returns one SQL expression. #}

{# The day `day_count` days after `day`. #}
{% macro add_days(day, day_count) -%}{{ return(adapter.dispatch("add_days", "dossier")(day, day_count)) }}{%- endmacro %}
{% macro default__add_days(day, day_count) -%}cast({{ day }} + cast({{ day_count }} as integer) as date){%- endmacro %}
{% macro spark__add_days(day, day_count) -%}date_add({{ day }}, cast({{ day_count }} as int)){%- endmacro %}

{# The same day of the month `month_count` months on, the last day where the month is shorter. #}
{% macro add_months(day, month_count) -%}{{ return(adapter.dispatch("add_months", "dossier")(day, month_count)) }}{%- endmacro %}
{% macro default__add_months(day, month_count) -%}cast({{ day }} + to_months(cast({{ month_count }} as integer)) as date){%- endmacro %}
{% macro spark__add_months(day, month_count) -%}add_months({{ day }}, cast({{ month_count }} as int)){%- endmacro %}

{# Days from the first to the second. #}
{% macro days_between(first_day, second_day) -%}{{ return(adapter.dispatch("days_between", "dossier")(first_day, second_day)) }}{%- endmacro %}
{% macro default__days_between(first_day, second_day) -%}date_diff('day', {{ first_day }}, {{ second_day }}){%- endmacro %}
{% macro spark__days_between(first_day, second_day) -%}datediff({{ second_day }}, {{ first_day }}){%- endmacro %}

{# ISO weekday, 1 = Monday. #}
{% macro iso_weekday(day) -%}{{ return(adapter.dispatch("iso_weekday", "dossier")(day)) }}{%- endmacro %}
{% macro default__iso_weekday(day) -%}isodow({{ day }}){%- endmacro %}
{% macro spark__iso_weekday(day) -%}(weekday({{ day }}) + 1){%- endmacro %}

{# A date from numbers, NULL where there is no such day. #}
{% macro date_from_parts(year_number, month_number, day_number) -%}
    try_cast(concat(
        lpad(cast({{ year_number }} as {{ dbt.type_string() }}), 4, '0'), '-',
        lpad(cast({{ month_number }} as {{ dbt.type_string() }}), 2, '0'), '-',
        lpad(cast({{ day_number }} as {{ dbt.type_string() }}), 2, '0')
    ) as date)
{%- endmacro %}

{% macro month_start(day) -%}cast(date_trunc('month', {{ day }}) as date){%- endmacro %}
{% macro quarter_start(day) -%}cast(date_trunc('quarter', {{ day }}) as date){%- endmacro %}
{% macro year_start(day) -%}cast(date_trunc('year', {{ day }}) as date){%- endmacro %}
{% macro week_start(day) -%}cast(date_trunc('week', {{ day }}) as date){%- endmacro %}

{# The last day of a period of months that begins on the day. #}
{% macro last_day_of_months(day, month_count) -%}{{ dossier.add_days(dossier.add_months(day, month_count), -1) }}{%- endmacro %}

{# The first such weekday on the day or after it; the last on the day or before it. #}
{% macro next_weekday(day, weekday) -%}
    {{ dossier.add_days(day, "(" ~ weekday ~ " - " ~ dossier.iso_weekday(day) ~ " + 7) % 7") }}
{%- endmacro %}
{% macro last_weekday(day, weekday) -%}
    {{ dossier.add_days(day, "-((" ~ dossier.iso_weekday(day) ~ " - " ~ weekday ~ " + 7) % 7)") }}
{%- endmacro %}

{# EDTF of a day, month or year, for a DATE. #}
{% macro edtf_day(day) -%}cast({{ day }} as {{ dbt.type_string() }}){%- endmacro %}
{% macro edtf_month(day) -%}substr(cast({{ day }} as {{ dbt.type_string() }}), 1, 7){%- endmacro %}
{% macro edtf_year(day) -%}substr(cast({{ day }} as {{ dbt.type_string() }}), 1, 4){%- endmacro %}

{# The first part of an EDTF interval ('2025-01' of '2025-01/2025-05'), the whole where it is none; without ~, ? and %. #}
{% macro edtf_start_part(edtf) -%}
    replace(replace(replace(case when instr({{ edtf }}, '/') > 0 then substr({{ edtf }}, 1, instr({{ edtf }}, '/') - 1) else {{ edtf }} end, '~', ''), '?', ''), '%', '')
{%- endmacro %}
{% macro edtf_end_part(edtf) -%}
    replace(replace(replace(case when instr({{ edtf }}, '/') > 0 then substr({{ edtf }}, instr({{ edtf }}, '/') + 1) else {{ edtf }} end, '~', ''), '?', ''), '%', '')
{%- endmacro %}

{# The first day of one EDTF date (a part of an interval, without ~, ? and %); NULL where open or unreadable. #}
{% macro edtf_first_day(part) -%}
    case
        when length({{ part }}) = 10 then try_cast({{ part }} as date)
        when length({{ part }}) = 7 and substr({{ part }}, 6, 2) between '01' and '12' then try_cast(concat({{ part }}, '-01') as date)
        when length({{ part }}) = 7 and substr({{ part }}, 6, 2) between '21' and '24'
            then try_cast(concat(substr({{ part }}, 1, 5), lpad(cast(3 * (cast(substr({{ part }}, 6, 2) as integer) - 20) as {{ dbt.type_string() }}), 2, '0'), '-01') as date)
        when length({{ part }}) = 7 and substr({{ part }}, 6, 2) between '33' and '36'
            then try_cast(concat(substr({{ part }}, 1, 5), lpad(cast(3 * (cast(substr({{ part }}, 6, 2) as integer) - 33) + 1 as {{ dbt.type_string() }}), 2, '0'), '-01') as date)
        when length({{ part }}) = 4 then try_cast(concat(replace({{ part }}, 'X', '0'), '-01-01') as date)
    end
{%- endmacro %}

{# The last day of one EDTF date, likewise. #}
{% macro edtf_last_day(part) -%}
    case
        when length({{ part }}) = 10 then try_cast({{ part }} as date)
        when length({{ part }}) = 7 and substr({{ part }}, 6, 2) between '01' and '12'
            then {{ dossier.last_day_of_months("try_cast(concat(" ~ part ~ ", '-01') as date)", 1) }}
        when length({{ part }}) = 7 then {{ dossier.last_day_of_months("(" ~ dossier.edtf_first_day(part) ~ ")", 3) }}
        when length({{ part }}) = 4 then try_cast(concat(replace({{ part }}, 'X', '9'), '-12-31') as date)
    end
{%- endmacro %}
