-- One row per event report, figure report and statement, with its place and whom it credits as written.
with

event_reports as (
    select * from {{ ref('stg_event_reports') }}
),

figure_reports as (
    select * from {{ ref('stg_figure_reports') }}
),

statements as (
    select * from {{ ref('stg_statements') }}
)

select
    'event_reports' as report_table,
    event_report_id as report_id,
    article_id,
    start_char,
    end_char,
    attributed_chain_id,
    cast(null as string) as told_chain_id,
    attributed_as_written
from event_reports

union all

select
    'figure_reports' as report_table,
    figure_report_id as report_id,
    article_id,
    quote_start_char as start_char,
    quote_end_char as end_char,
    attributed_chain_id,
    cast(null as string) as told_chain_id,
    attributed_as_written
from figure_reports

union all

-- Of a statement, the speaker and the one it was made to: 'told' an outlet is that outlet's interview.
select
    'statements' as report_table,
    statement_id as report_id,
    article_id,
    start_char,
    end_char,
    speaker_chain_id as attributed_chain_id,
    addressee_chain_id as told_chain_id,
    speaker_as_written as attributed_as_written
from statements
