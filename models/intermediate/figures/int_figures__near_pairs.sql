-- One row per two figure reports of one measure whose values, periods and places agree: at most twenty earlier ones for a report
with

met_pairs as (
    select * from {{ ref('int_figures__met_pairs') }}
),

keys as (
    select * from {{ ref('int_figures__keys') }}
),

compared as (
    select
        met_pairs.earlier_rank,
        met_pairs.later_rank,
        met_pairs.is_of_same_goods,
        met_pairs.is_told_together,
        coalesce(earlier.place_code = later.place_code, false) as has_same_place,
        coalesce(earlier.subject = later.subject, earlier.subject_actor_id = later.subject_actor_id, false) as has_same_subject,
        coalesce(earlier.period_from <= later.period_to and later.period_from <= earlier.period_to, false) as has_common_period,
        earlier.vague_kind is not null as is_vague,
        earlier.base_value = later.base_value as is_same_value,
        {{ days_between('earlier.published_from', 'later.published_from') }} as days_apart,
        coalesce(earlier.value_max, -1) = coalesce(later.value_max, -1)
        and earlier.is_conversion = later.is_conversion
        and coalesce(earlier.place_code = later.place_code, true)
        and coalesce(
            earlier.vague_kind = later.vague_kind
            or {{ value_relation(
                'later.base_value / nullif(earlier.base_value, 0)', 'later.base_value = 0 and earlier.base_value = 0', 'earlier.unit = later.unit',
                'earlier.unit_family', 'earlier.comparator', 'later.comparator', '0', "'different'"
            ) }} <> 'different',
            false
        )
        -- what is told of other periods, or more than 400 days apart and of none in common, is never one
        and coalesce(
            (earlier.period_from <= later.period_to and later.period_from <= earlier.period_to)
            or (
                (earlier.period_from is null or later.period_from is null or earlier.period_is_open or later.period_is_open)
                and coalesce(later.published_from <= {{ add_days('earlier.published_to', 400) }}, true)
                and coalesce(earlier.published_from <= {{ add_days('later.published_to', 400) }}, true)
            ),
            false
        ) as is_possible
    from met_pairs
    inner join keys as earlier
        on met_pairs.earlier_rank = earlier.anchor_rank
    inner join keys as later
        on met_pairs.later_rank = later.anchor_rank
),

-- those that have most in common come first; of equals the first told, for it is the likeliest to lead. The filter names the
-- ranks of the pair: without them it would be pushed below the joins, and all reports be paired with all
ranked as (
    select
        compared.*,
        row_number() over (
            partition by compared.later_rank
            order by
                compared.is_told_together desc,
                case when compared.is_same_value then 1 else 0 end
                + case when compared.has_same_place then 1 else 0 end
                + case when compared.has_same_subject then 1 else 0 end
                + case when compared.has_common_period then 1 else 0 end
                + case when compared.is_of_same_goods then 1 else 0 end
                + case when abs(compared.days_apart) <= 7 then 2 when abs(compared.days_apart) <= 45 then 1 else 0 end desc,
                compared.earlier_rank
        ) as preference
    from compared
    where case when compared.earlier_rank < compared.later_rank then compared.is_possible else false end
)

select
    ranked.earlier_rank,
    ranked.later_rank,
    case when ranked.is_vague then 'same-vague-words' else 'near-value' end as found_by
from ranked
where ranked.preference <= 20
