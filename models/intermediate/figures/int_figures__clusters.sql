-- One row per figure report, with the report that leads its figure
{{ config(materialized='leader_clusters', merge_passes=1) }}
with

reports as (
    select * from {{ ref('int_figures__reports') }}
),

pairs as (
    select * from {{ ref('int_figures__pairs') }}
)

select
    reports.figure_report_id as node_id,
    reports.anchor_rank as node_rank,
    cast(null as varchar) as earlier_node_id,
    cast(null as integer) as score
from reports

union all

select
    pairs.later_id as node_id,
    pairs.later_rank as node_rank,
    pairs.earlier_id as earlier_node_id,
    cast(pairs.score as integer) as score
from pairs
where pairs.reason like 'taken%'
