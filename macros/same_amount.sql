{# Whether the amounts of two claims (tables with amount, amount_max and comparator) may be one: equal but for rounding, inside
   the other's range, or on the side of a bound that its comparator leaves open and not far from it.
   1 percent is rounding ('2.4 million' for 2,418,000), 10 percent is 'about', half again is 'more than'. #}
{% macro same_amount(one, other) -%}
    (
        abs({{ one }}.amount - {{ other }}.amount)
        <= case
            when {{ one }}.comparator = 'eq' and {{ other }}.comparator = 'eq' then 0.01
            else 0.1
        end * greatest(abs({{ one }}.amount), abs({{ other }}.amount))
        or {{ dossier.within_bound(one, other) }}
        or {{ dossier.within_bound(other, one) }}
    )
{%- endmacro %}

{% macro within_bound(amount, bound) -%}
    (
        {{ bound }}.comparator = 'gt'
        and {{ amount }}.amount between {{ bound }}.amount and 1.5 * {{ bound }}.amount
    )
    or (
        {{ bound }}.comparator = 'lt'
        and {{ amount }}.amount between {{ bound }}.amount / 1.5 and {{ bound }}.amount
    )
    or (
        {{ bound }}.amount_max is not null
        and {{ amount }}.amount between {{ bound }}.amount and {{ bound }}.amount_max
    )
{%- endmacro %}
