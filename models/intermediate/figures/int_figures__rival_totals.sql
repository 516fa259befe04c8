-- One row per two figure reports with different values of one total: it exists once for a place and a period, so they compete; at most twenty earlier ones for a report
with

keys as (
    select * from {{ ref('int_figures__keys') }}
    where has_one_total
),

rivals as (
    select
        earlier.anchor_rank as earlier_rank,
        later.anchor_rank as later_rank,
        row_number() over (partition by later.anchor_rank order by earlier.anchor_rank) as preference
    from keys as later
    inner join keys as earlier
        on
            later.measure = earlier.measure
            and later.unit_family = earlier.unit_family
            and later.place_code = earlier.place_code
            and later.period_from = earlier.period_from
            and later.period_to = earlier.period_to
            and later.anchor_rank > earlier.anchor_rank
            and later.article_id <> earlier.article_id
    where
        abs(later.value_step - earlier.value_step)
        between case when later.unit_family = 'count' then 1 else 2 end
        -- what one body counts on one day may be far off at first: 31 arrests, then 13
        and case
            when later.period_from = later.period_to and later.subject_actor_id = earlier.subject_actor_id then 12
            else 7
        end
)

-- of a total that is told again and again the first told lead the others, and say enough of the dispute
select
    rivals.earlier_rank,
    rivals.later_rank
from rivals
where rivals.preference <= 20
