-- One row per figure about or by some actors (all where none are given) within some days; where there are too many, the
-- best supported ones, with how many there are. A figure without a period counts by its first report.
with

filtered as (
    select figures.*
    from marts.figures as figures
    where (
            $actor_ids is null
            or figures.subject_actor_id in (select unnest(string_split($actor_ids, ' ')))
            or figures.figure_id in (
                select figure_id
                from marts.figure_reports
                where attributed_actor_id in (select unnest(string_split($actor_ids, ' ')))
            )
        )
        and (
            cast($day_from as date) is null
            or coalesce(figures.period_to, figures.period_from, figures.first_published_on) >= $day_from
        )
        and (
            cast($day_to as date) is null
            or coalesce(figures.period_from, figures.period_to, figures.first_published_on) <= $day_to
        )
),

shown as (
    select *
    from filtered
    order by is_disputed desc, origin_count desc, report_count desc, figure_id asc
    limit $row_limit
)

select
    shown.figure_id as fact_id,
    measures.label as measure_label,
    shown.subject,
    shown.value,
    shown.value_max,
    shown.unit,
    shown.comparator,
    shown.period_edtf,
    coalesce(countries.name, shown.place_code) as place,
    shown.is_disputed,
    shown.report_count,
    shown.origin_count,
    (select count(*) from filtered) as total
from shown
left join marts.measures as measures on shown.measure = measures.measure
left join marts.countries as countries on shown.place_code = countries.country_code
order by shown.is_disputed desc, shown.origin_count desc, shown.report_count desc, shown.figure_id asc
