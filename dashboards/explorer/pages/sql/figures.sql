-- One row per figure that the filters leave, the best supported first, with how many there are.
with

filtered as (
    select figure_id, is_disputed, origin_count, report_count, period_from
    from marts.figures
    where ($measure is null or measure = $measure)
        and ($subject is null or contains(lower(subject), lower($subject)))
        and ($place is null or place_code = upper($place) or place_code in (
            select country_code from marts.countries where contains(lower(name), lower($place))
        ))
        and origin_count >= $least_origins
        and (not $disputed_only or is_disputed)
),

shown as (
    select figure_id
    from filtered
    order by is_disputed desc, origin_count desc, report_count desc, period_from desc nulls last, figure_id asc
    limit $row_limit offset $row_offset
)

select
    figures.figure_id as fact_id,
    measures.label as measure_label,
    figures.subject,
    figures.value,
    figures.value_max,
    figures.unit,
    figures.comparator,
    figures.period_edtf,
    coalesce(countries.name, figures.place_code) as place,
    figures.is_disputed,
    figures.report_count,
    figures.origin_count,
    (select count(*) from filtered) as total
from marts.figures as figures
left join marts.measures as measures on figures.measure = measures.measure
left join marts.countries as countries on figures.place_code = countries.country_code
where figures.figure_id in (select figure_id from shown)
order by
    figures.is_disputed desc, figures.origin_count desc, figures.report_count desc, figures.period_from desc nulls last,
    figures.figure_id asc
