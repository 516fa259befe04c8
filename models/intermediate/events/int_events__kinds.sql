-- One row per event report and kind of event it may be called: its subtype, and the deeds its trigger stands for.
with reports as (

    select * from {{ ref('stg_event_reports') }}

),

terms as (

    select * from {{ ref('stg_event_terms') }}

),

kinds as (

    select
        event_report_id,
        event_subtype as kind,
        'subtype' as kind_basis
    from reports
    where event_type <> 'other'
    union all
    select
        event_report_id,
        term as kind,
        'deed' as kind_basis
    from terms
    where term_kind = 'deed'
    union all
    -- What has no type and no known deed is only like what is told in the same words.
    select
        reports.event_report_id,
        terms.term as kind,
        'trigger' as kind_basis
    from reports
    inner join terms on reports.event_report_id = terms.event_report_id
    where reports.event_type = 'other' and terms.term_kind = 'trigger'

)

select
    event_report_id,
    kind,
    kind_basis
from kinds
group by event_report_id, kind, kind_basis
