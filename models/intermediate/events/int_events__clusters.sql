-- One row per event report, with the report that leads its cluster (see macros/leader_clusters.sql).
{{ config(materialized='leader_clusters', merge_passes=2, merge_percent=50, merge_enough=10, agree_percent=60) }}

with windows as (

    select * from {{ ref('int_events__windows') }}

),

ties as (

    select * from {{ ref('int_events__ties') }}

),

refused as (

    select * from {{ ref('int_events__pairs') }}
    where is_contradicted

),

judgements as (

    select * from {{ ref('int_judgements__pairs') }}
    where table_name = 'events'

)

select
    event_report_id as node_id,
    anchor_rank as node_rank,
    cast(null as {{ dbt.type_string() }}) as earlier_node_id,
    cast(null as integer) as score
from windows
union all
select
    later_report_id as node_id,
    later_rank as node_rank,
    earlier_report_id as earlier_node_id,
    score
from ties
union all
select
    later_report_id as node_id,
    later_rank as node_rank,
    earlier_report_id as earlier_node_id,
    0 as score
from refused
union all
{{ judged_ties('windows', 'event_report_id', 'event_report_id', 'anchor_rank') }}
