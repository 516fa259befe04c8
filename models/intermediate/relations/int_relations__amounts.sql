-- One row per pair of reports in different articles that give different amounts for one thing.
with

claims as (
    select * from {{ ref('int_relations__claims') }}
),

article_labels as (
    select * from {{ ref('int_relations__article_labels') }}
),

corrections as (
    select * from {{ ref('int_relations__corrections') }}
),

other_contexts as (
    select * from {{ ref('int_relations__other_contexts') }}
),

pairs as (
    select
        later.figure_report_id as left_id,
        earlier.figure_report_id as right_id,
        later.article_id as left_article_id,
        earlier.article_id as right_article_id,
        later.text as left_text,
        earlier.text as right_text,
        later.thing_kind,
        later.scale <> earlier.scale as is_other_currency,
        corrections.left_id is not null as is_correction,
        row_number() over (
            -- A notice corrects an earlier number once, however often the article prints the right one.
            partition by
                earlier.figure_report_id,
                case when corrections.left_id is null then later.figure_report_id else later.article_id end
            order by
                case later.thing_kind when 'figure' then 1 when 'event' then 2 else 3 end, later.thing,
                later.anchor_rank
        ) as choice
    from claims as later
    inner join claims as earlier
        on
            later.thing_kind = earlier.thing_kind
            and later.thing = earlier.thing
            and later.anchor_rank > earlier.anchor_rank
            and later.article_id <> earlier.article_id
    left join corrections
        on
            later.figure_report_id = corrections.left_id
            and earlier.figure_report_id = corrections.right_id
    left join other_contexts
        on
            later.figure_report_id = other_contexts.left_id
            and earlier.figure_report_id = other_contexts.right_id
    where
        (later.thing_kind = 'figure' or corrections.left_id is not null or other_contexts.left_id is null)
        and (
            -- Amounts in two currencies are two amounts, whatever the rate of the day.
            (later.scale <> earlier.scale and later.is_money and earlier.is_money)
            or (
                later.scale = earlier.scale and not {{ same_amount('later', 'earlier') }}
                -- One deed may be told with several sums: more than tenfold apart they are sums of different things.
                and (later.thing_kind = 'figure' or greatest(later.amount, earlier.amount) <= 10 * least(later.amount, earlier.amount))
            )
        )
)

select
    case when pairs.is_correction then 'corrects' else 'same-figure-different-value' end as relation_kind,
    'figure_reports' as left_table,
    pairs.left_id,
    'figure_reports' as right_table,
    pairs.right_id,
    case
        when pairs.is_correction
            then concat_ws(
                    '',
                    lefts.label, ' says that it corrects a mistake: it prints ''', pairs.left_text, ''', the earlier ', rights.label,
                    ' printed ''', pairs.right_text, '''.'
                )
        else concat_ws(
                '',
                lefts.label, ' prints ''', pairs.left_text, ''', ', rights.label, ' prints ''', pairs.right_text, '''',
                case
                    when pairs.is_other_currency then ': one sum in two currencies, of which neither text gives the rate.'
                    when pairs.thing_kind = 'event' then ' for the same event.'
                    when pairs.thing_kind = 'subject' then ' for the same subject and time.'
                    else ' for the same quantity.'
                end
            )
    end as reason,
    case
        when pairs.is_other_currency then 'other-currency'
        when pairs.is_correction then 'correction-notice'
        else concat_ws('', 'other-amount-of-', pairs.thing_kind)
    end as rule
from pairs
inner join article_labels as lefts on pairs.left_article_id = lefts.article_id
inner join article_labels as rights on pairs.right_article_id = rights.article_id
where pairs.choice = 1
