-- One row per pair of amounts claimed for one thing whose clauses name other parties and goods: the deficit with one country is not that with another.
with

claims as (
    select * from {{ ref('int_relations__claims') }}
),

figure_reports as (
    select * from {{ ref('int_relations__figure_reports') }}
),

contexts as (
    select
        contexts.figure_report_id,
        contexts.context_id
    from {{ ref('int_figures__contexts') }} as contexts
    inner join figure_reports
        on
            contexts.figure_report_id = figure_reports.figure_report_id
            and contexts.context_id <> coalesce(figure_reports.subject_actor_id, '')
),

with_context as (
    select figure_report_id
    from contexts
    group by figure_report_id
),

pairs as (
    select
        later.figure_report_id as left_id,
        earlier.figure_report_id as right_id
    from claims as later
    inner join claims as earlier
        on
            later.thing_kind = earlier.thing_kind
            and later.thing = earlier.thing
            and later.anchor_rank > earlier.anchor_rank
            and later.article_id <> earlier.article_id
    inner join with_context as of_later on later.figure_report_id = of_later.figure_report_id
    inner join with_context as of_earlier on earlier.figure_report_id = of_earlier.figure_report_id
    group by later.figure_report_id, earlier.figure_report_id
),

sharing as (
    select
        pairs.left_id,
        pairs.right_id
    from pairs
    inner join contexts as later on pairs.left_id = later.figure_report_id
    inner join contexts as earlier
        on
            pairs.right_id = earlier.figure_report_id
            and later.context_id = earlier.context_id
    group by pairs.left_id, pairs.right_id
)

select
    pairs.left_id,
    pairs.right_id
from pairs
left join sharing
    on
        pairs.left_id = sharing.left_id
        and pairs.right_id = sharing.right_id
where sharing.left_id is null
