-- One row per figure whose reports give competing values
with

pairs as (
    select * from {{ ref('int_figures__pairs') }}
    where value_relation in ('competing', 'different')
),

members as (
    select * from {{ ref('int_figures__members') }}
),

keys as (
    select * from {{ ref('int_figures__keys') }}
    where value_step is not null
),

withdrawn as (
    select * from {{ ref('int_figures__withdrawn') }}
),

-- what its outlet has withdrawn, and what copies it, is no longer held against the right amount
standing as (
    select * from members
    where figure_report_id not in (select withdrawn.wrong_report_id from withdrawn)
),

-- however many reports a figure has, the different values that they give are few
given_values as (
    select
        standing.figure_id,
        keys.measure,
        keys.unit_family,
        keys.unit,
        keys.comparator,
        keys.base_value,
        keys.value_step,
        keys.digit_count,
        min(keys.anchor_rank) as first_rank,
        max(keys.anchor_rank) as last_rank
    from standing
    inner join keys
        on standing.figure_report_id = keys.figure_report_id
    group by
        standing.figure_id, keys.measure, keys.unit_family, keys.unit, keys.comparator, keys.base_value, keys.value_step, keys.digit_count
),

-- values far apart are told apart as rival totals or not at all
near_values as (
    select
        earlier.figure_id,
        {{ value_relation(
            'later.base_value / nullif(earlier.base_value, 0)', 'later.base_value = 0 and earlier.base_value = 0', 'earlier.unit = later.unit',
            'earlier.unit_family', 'earlier.comparator', 'later.comparator', 'least(earlier.digit_count, later.digit_count)', "'different'"
        ) }} as value_relation
    from given_values as earlier
    inner join given_values as later
        on
            earlier.figure_id = later.figure_id
            and earlier.measure = later.measure
            and earlier.unit_family = later.unit_family
            and earlier.first_rank < later.last_rank
            and abs(earlier.value_step - later.value_step) <= 1
),

disputed as (
    select near_values.figure_id
    from near_values
    where near_values.value_relation = 'different'
    union all
    select earlier_members.figure_id
    from pairs
    inner join standing as earlier_members
        on pairs.earlier_id = earlier_members.figure_report_id
    inner join standing as later_members
        on
            pairs.later_id = later_members.figure_report_id
            and earlier_members.figure_id = later_members.figure_id
)

select disputed.figure_id
from disputed
group by disputed.figure_id
