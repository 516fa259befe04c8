-- One row per figure report, with the report that leads its figure
{{ config(materialized='leader_clusters', merge_passes=1) }}
with

reports as (
    select * from {{ ref('int_figures__reports') }}
),

pairs as (
    select * from {{ ref('int_figures__pairs') }}
),

judgements as (
    select * from {{ ref('int_judgements__pairs') }}
    where table_name = 'figures'
)

select
    reports.figure_report_id as node_id,
    reports.anchor_rank as node_rank,
    cast(null as string) as earlier_node_id,
    cast(null as integer) as score
from reports

union all

select
    pairs.later_id as node_id,
    pairs.later_rank as node_rank,
    pairs.earlier_id as earlier_node_id,
    -- a correction outweighs any likeness
    cast(case when pairs.reason = 'taken: corrected value' then 100 else greatest(pairs.score, 1) end as integer) as score
from pairs
where pairs.reason like 'taken%'

union all

{{ judged_ties('reports', 'figure_report_id', 'figure_report_id', 'anchor_rank') }}
