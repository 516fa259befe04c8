-- One row per pair of event reports that is compared, with how many telling words and deeds they have in common.
with candidates as (

    select * from {{ ref('int_events__candidates') }}

),

terms as (

    select * from {{ ref('int_events__terms') }}

),

deeds as (

    select
        kinds.event_report_id,
        kinds.kind,
        article_kinds.is_alone
    from {{ ref('int_events__kinds') }} as kinds
    inner join {{ ref('int_events__windows') }} as windows on kinds.event_report_id = windows.event_report_id
    inner join {{ ref('int_events__article_kinds') }} as article_kinds
        on windows.article_id = article_kinds.article_id and kinds.kind = article_kinds.kind
    where kinds.kind_basis = 'deed'

),

shared_terms as (

    select
        candidates.earlier_rank,
        candidates.later_rank,
        count(*) filter (where earlier.is_trigger and later.is_trigger) as trigger_count,
        count(*) filter (where earlier.is_name and later.is_name) as name_count,
        count(*) filter (where earlier.is_sequence and later.is_sequence) as sequence_count,
        count(*) filter (
            where
            earlier.is_of_quote and later.is_of_quote
            and not (earlier.is_name and later.is_name)
            and not (earlier.is_trigger and later.is_trigger)
            and not (earlier.is_sequence and later.is_sequence)
        ) as word_count,
        -- What the act is about, beside who acts and what such acts are called; a name says more than a word.
        count(*) filter (where earlier.is_matter and later.is_matter and earlier.is_of_quote and later.is_of_quote)
        + count(*) filter (where earlier.is_matter and later.is_matter and earlier.is_name and later.is_name)
            as matter_count,
        -- Of the sentence, outside the clause that states the event in one or both.
        count(*) filter (
            where earlier.is_name_of_sentence and later.is_name_of_sentence and not (earlier.is_of_quote and later.is_of_quote)
        ) as nearby_name_count,
        count(*) filter (
            where
            not (earlier.is_name_of_sentence and later.is_name_of_sentence)
            and not (earlier.is_of_quote and later.is_of_quote)
        ) as nearby_word_count
    from candidates
    inner join terms as earlier on candidates.earlier_report_id = earlier.event_report_id
    inner join terms as later on candidates.later_report_id = later.event_report_id and earlier.term = later.term
    group by candidates.earlier_rank, candidates.later_rank

),

shared_deeds as (

    select
        candidates.earlier_rank,
        candidates.later_rank,
        count(*) as deed_count,
        count(*) filter (where earlier.is_alone and later.is_alone) as alone_count
    from candidates
    inner join deeds as earlier on candidates.earlier_report_id = earlier.event_report_id
    inner join deeds as later on candidates.later_report_id = later.event_report_id and earlier.kind = later.kind
    group by candidates.earlier_rank, candidates.later_rank

)

select
    candidates.earlier_report_id,
    candidates.later_report_id,
    coalesce(shared_terms.trigger_count, 0) as shared_trigger_count,
    coalesce(shared_terms.name_count, 0) as shared_name_count,
    coalesce(shared_terms.sequence_count, 0) as shared_sequence_count,
    coalesce(shared_terms.word_count, 0) as shared_word_count,
    coalesce(shared_terms.matter_count, 0) as shared_matter_count,
    coalesce(shared_terms.nearby_name_count, 0) as shared_nearby_name_count,
    coalesce(shared_terms.nearby_word_count, 0) as shared_nearby_word_count,
    coalesce(shared_deeds.deed_count, 0) as shared_deed_count,
    coalesce(shared_deeds.alone_count, 0) > 0 as is_only_of_deed
from candidates
left join shared_terms
    on candidates.earlier_rank = shared_terms.earlier_rank and candidates.later_rank = shared_terms.later_rank
left join shared_deeds
    on candidates.earlier_rank = shared_deeds.earlier_rank and candidates.later_rank = shared_deeds.later_rank
