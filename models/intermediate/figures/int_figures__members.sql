-- One row per figure report, with the figure it belongs to
with

clusters as (
    select * from {{ ref('int_figures__clusters') }}
)

select
    clusters.node_id as figure_report_id,
    clusters.leader_id as anchor_report_id,
    {{ hash_id('fig', ['clusters.leader_id']) }} as figure_id
from clusters
