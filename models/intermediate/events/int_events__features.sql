-- One row per event report: whom and what it names, and how many dates its article has for events of its kind.
with windows as (

    select
        *,
        precision_rank <= 2 and window_to >= {{ add_days('published_from', -10) }} and window_from <= {{ add_days('published_to', 10) }} as is_news
    from {{ ref('int_events__windows') }}

),

sides as (

    select * from {{ ref('int_events__sides') }}

),

items as (

    select
        event_report_id,
        count(*) as item_count
    from {{ ref('stg_event_items') }}
    group by event_report_id

),

terms as (

    select
        event_report_id,
        max(case when is_back_reference then 1 else 0 end) as back_reference_count,
        max(case when is_sequence then 1 else 0 end) as sequence_count,
        count(*) filter (where is_name) as name_count,
        count(*) filter (where is_of_quote and not is_trigger and not is_sequence) as word_count,
        count(*) filter (where is_of_quote and is_matter) as matter_count
    from {{ ref('int_events__terms') }}
    group by event_report_id

),

deeds as (

    select
        event_report_id,
        count(*) as deed_count
    from {{ ref('int_events__kinds') }}
    where kind_basis = 'deed'
    group by event_report_id

),

side_counts as (

    select
        event_report_id,
        count(distinct case when side_kind = 'country' then side_key end) as country_count,
        count(*) filter (where participant_role <> 'target' and has_country) as placed_doer_count,
        count(*) filter (where participant_role <> 'target' and not has_country) as other_doer_count,
        count(*) filter (where participant_role = 'target' and has_country) as placed_target_count,
        count(*) filter (where participant_role = 'target' and not has_country) as other_target_count
    from sides
    group by event_report_id

),

-- An article with one day for all its meetings tells of one meeting, until it says otherwise.
dates_of_kind as (

    select
        article_id,
        event_subtype,
        count(distinct occurred_edtf) as date_count,
        count(distinct case when is_news then occurred_edtf end) as news_date_count,
        count(distinct case when precision_rank in (4, 5) then occurred_edtf end) as wide_date_count
    from windows
    group by article_id, event_subtype

)

select
    windows.event_report_id,
    windows.article_id,
    windows.event_type,
    windows.event_subtype,
    windows.status,
    windows.is_in_force,
    windows.place,
    windows.place_country_code,
    windows.trigger_text,
    windows.occurred_edtf,
    windows.published_from,
    windows.published_to,
    windows.window_from,
    windows.window_to,
    windows.precision_rank,
    windows.anchor_rank,
    windows.is_news,
    coalesce(side_counts.placed_doer_count, 0) as placed_doer_count,
    coalesce(side_counts.other_doer_count, 0) as other_doer_count,
    coalesce(side_counts.placed_target_count, 0) as placed_target_count,
    coalesce(side_counts.other_target_count, 0) as other_target_count,
    coalesce(items.item_count, 0) as item_count,
    coalesce(side_counts.country_count, 0) as country_count,
    coalesce(terms.name_count, 0) as name_count,
    coalesce(terms.word_count, 0) as word_count,
    coalesce(terms.matter_count, 0) as matter_count,
    coalesce(deeds.deed_count, 0) as deed_count,
    coalesce(terms.back_reference_count, 0) > 0 and windows.precision_rank >= 6 as is_back_reference,
    coalesce(terms.sequence_count, 0) > 0 as is_one_of_a_row,
    -- Told as news, or the only one told at all; 'last year' beside an undated report is rarely its date.
    (dates_of_kind.date_count <= 1 and dates_of_kind.wide_date_count = 0)
    or (dates_of_kind.news_date_count = 1 and (windows.is_news or windows.precision_rank = 6)) as is_only_of_its_kind
from windows
inner join dates_of_kind on windows.article_id = dates_of_kind.article_id and windows.event_subtype = dates_of_kind.event_subtype
left join side_counts on windows.event_report_id = side_counts.event_report_id
left join items on windows.event_report_id = items.event_report_id
left join terms on windows.event_report_id = terms.event_report_id
left join deeds on windows.event_report_id = deeds.event_report_id
