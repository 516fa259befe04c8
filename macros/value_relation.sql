{# How a later value lies to an earlier one of the same family of units: equal, converted, rounded, or none of these.
   `ratio` is the later over the earlier in the base unit; the comparators are those of the two reports. #}
{% macro value_relation(ratio, is_zero, has_same_unit, unit_family, earlier_comparator, later_comparator, digit_count, otherwise) -%}
    case
        when {{ is_zero }} or abs({{ ratio }} - 1) < 0.001 then 'equal'
        when not ({{ has_same_unit }}) and {{ unit_family }} = 'money' and abs({{ ratio }} - 1) < 0.07 then 'converted'
        when not ({{ has_same_unit }}) and abs({{ ratio }} - 1) < 0.02 then 'converted'
        when {{ has_same_unit }} and {{ unit_family }} <> 'percent'
            then
                case
                    -- 'over 1,300' and 1,312; 'nearly 450,000' and 449,300; 'about 50' and 52
                    when {{ earlier_comparator }} = 'gt' and {{ ratio }} between 1 and 1.04 then 'rounded'
                    when {{ later_comparator }} = 'gt' and {{ ratio }} between 0.96 and 1 then 'rounded'
                    when {{ earlier_comparator }} = 'lt' and {{ ratio }} between 0.96 and 1 then 'rounded'
                    when {{ later_comparator }} = 'lt' and {{ ratio }} between 1 and 1.04 then 'rounded'
                    when
                        ({{ earlier_comparator }} = 'about' or {{ later_comparator }} = 'about')
                        and abs({{ ratio }} - 1) < 0.04
                        then 'rounded'
                    when abs({{ ratio }} - 1) < 0.01 and {{ digit_count }} <= 2 then 'rounded'
                    else {{ otherwise }}
                end
        else {{ otherwise }}
    end
{%- endmacro %}
