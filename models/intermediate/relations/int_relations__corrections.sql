-- One row per pair of reports of one outlet of which the later stands in an article that corrects the earlier one's amount.
with

claims as (
    select * from {{ ref('int_relations__claims') }}
),

article_labels as (
    select * from {{ ref('int_relations__article_labels') }}
    where source_id is not null
),

withdrawn_amounts as (
    select * from {{ ref('int_relations__withdrawn_amounts') }}
),

with_withdrawn as (
    select article_id
    from withdrawn_amounts
    group by article_id
)

select
    later.figure_report_id as left_id,
    earlier.figure_report_id as right_id
from claims as later
inner join claims as earlier
    on
        later.thing_kind = earlier.thing_kind
        and later.thing = earlier.thing
        and later.scale = earlier.scale
        and later.anchor_rank > earlier.anchor_rank
        and later.article_id <> earlier.article_id
inner join article_labels as lefts
    on
        later.article_id = lefts.article_id
        and lefts.is_correction
inner join article_labels as rights
    on
        earlier.article_id = rights.article_id
        and lefts.source_id = rights.source_id
left join with_withdrawn on later.article_id = with_withdrawn.article_id
left join withdrawn_amounts
    on
        later.article_id = withdrawn_amounts.article_id
        and earlier.amount = withdrawn_amounts.amount
-- Where the notice says what was wrong it corrects that amount only, else any that differs.
where with_withdrawn.article_id is null or withdrawn_amounts.article_id is not null
group by later.figure_report_id, earlier.figure_report_id
