{#
What people have judged, in the materialization `leader_clusters`. Its input carries judgements as edges with two reserved scores:
    judged_same_score (1000)      both nodes are one: they and all that are judged one with them become a single node,
                                  placed where its earliest member stands, before any rule is looked at;
    judged_different_score (-1)   the nodes are never in one cluster: where a leader or a merge pass would bring them together,
                                  the later one loses its tie to that leader, and the step is done again.
Both depend on the set of nodes alone, so the outcome stays the same in any order of arrival. Where judgements contradict
each other (a is b, b is c, a is not c) the same ones win; quality.suspicions tells of it.
#}
{% macro judged_same_score() -%}1000{%- endmacro %}
{% macro judged_different_score() -%}-1{%- endmacro %}


{# Rows for the input of a clustering: the judged pairs (CTE `judgements` of the calling model) between the rows of a CTE. #}
{% macro judged_ties(nodes, matched_by, node_id, node_rank) -%}
    select
        case when left_nodes.{{ node_rank }} > right_nodes.{{ node_rank }} then left_nodes.{{ node_id }} else right_nodes.{{ node_id }} end as node_id,
        greatest(left_nodes.{{ node_rank }}, right_nodes.{{ node_rank }}) as node_rank,
        case when left_nodes.{{ node_rank }} > right_nodes.{{ node_rank }} then right_nodes.{{ node_id }} else left_nodes.{{ node_id }} end as earlier_node_id,
        case
            when judgements.verdict = 'same' then {{ dossier.judged_same_score() }}
            else {{ dossier.judged_different_score() }}
        end as score
    from judgements
    inner join {{ nodes }} as left_nodes on judgements.left_id = left_nodes.{{ matched_by }}
    inner join {{ nodes }} as right_nodes on judgements.right_id = right_nodes.{{ matched_by }}
{%- endmacro %}


{# Whether the input of a clustering carries judgements at all; mostly it does not, and then nothing here costs anything. #}
{% macro has_judged_ties(input) -%}
    {{ return(run_query(
        'select count(*) from ' ~ input ~ ' where score in (' ~ dossier.judged_same_score() ~ ', ' ~ dossier.judged_different_score() ~ ')'
    ).rows[0][0] > 0) }}
{%- endmacro %}


{# Table of every node with the earliest of the nodes it is judged one with (itself where there is none). Ranks spread over
   the ties until nothing moves; chains of judgements are short. #}
{% macro judged_groups(target_relation, input, work) -%}
    {%- set state = namespace(labels=none, moved=1) -%}
    {%- set ties -%}
        select node_id, earlier_node_id as other_id from {{ input }} where score = {{ dossier.judged_same_score() }}
        union all
        select earlier_node_id as node_id, node_id as other_id from {{ input }} where score = {{ dossier.judged_same_score() }}
    {%- endset -%}
    {%- set state.labels = dossier.leader_work_table(
        target_relation, 'judged_0', 'select node_id, node_rank as label from ' ~ input ~ ' where earlier_node_id is null'
    ) -%}
    {%- do work.tables.append(state.labels) -%}
    {%- for round_number in range(1, 1001) -%}
        {%- if state.moved == 0 -%}{%- break -%}{%- endif -%}
        {%- set spread -%}
            select own.node_id, least(own.label, coalesce(min(others.label), own.label)) as label
            from {{ state.labels }} as own
            left join ({{ ties }}) as ties on own.node_id = ties.node_id
            left join {{ state.labels }} as others on ties.other_id = others.node_id
            group by own.node_id, own.label
        {%- endset -%}
        {%- set next = dossier.leader_work_table(target_relation, 'judged_' ~ round_number, spread) -%}
        {%- do work.tables.append(next) -%}
        {%- set state.moved = run_query(
            'select count(*) from ' ~ next ~ ' as later inner join ' ~ state.labels
            ~ ' as earlier on later.node_id = earlier.node_id where later.label <> earlier.label'
        ).rows[0][0] -%}
        {%- set state.labels = next -%}
    {%- endfor -%}
    {%- set grouped -%}
        select labels.node_id, leaders.node_id as leader_id, labels.label as leader_rank,
            case when labels.node_id = leaders.node_id then 'leader' else 'judged same' end as joined_by
        from {{ state.labels }} as labels
        inner join {{ input }} as leaders on labels.label = leaders.node_rank and leaders.earlier_node_id is null
    {%- endset -%}
    {%- set groups = dossier.leader_work_table(target_relation, 'judged_groups', grouped) -%}
    {%- do work.tables.append(groups) -%}
    {{ return(groups) }}
{%- endmacro %}


{# The input with each group as one node; of several ties between two groups the best. #}
{% macro ties_of_groups(input, groups) -%}
    select node_id, leader_rank as node_rank, cast(null as {{ dbt.type_string() }}) as earlier_node_id, cast(null as integer) as score
    from {{ groups }} where node_id = leader_id
    union all
    select
        case when one.leader_rank > two.leader_rank then one.leader_id else two.leader_id end as node_id,
        greatest(one.leader_rank, two.leader_rank) as node_rank,
        case when one.leader_rank > two.leader_rank then two.leader_id else one.leader_id end as earlier_node_id,
        max(edges.score) as score
    from {{ input }} as edges
    inner join {{ groups }} as one on edges.node_id = one.node_id
    inner join {{ groups }} as two on edges.earlier_node_id = two.node_id
    where edges.score > 0 and one.leader_id <> two.leader_id
    group by 1, 2, 3
{%- endmacro %}


{# Pairs of clusters that hold nodes judged different, in both directions. #}
{% macro clusters_to_part(input, members) -%}
    with parted as (
        select one.leader_id as node_id, two.leader_id as earlier_node_id
        from {{ input }} as edges
        inner join {{ members }} as one on edges.node_id = one.node_id
        inner join {{ members }} as two on edges.earlier_node_id = two.node_id
        where edges.score = {{ dossier.judged_different_score() }} and one.leader_id <> two.leader_id
    )
    select node_id, earlier_node_id from parted
    union
    select earlier_node_id as node_id, node_id as earlier_node_id from parted
{%- endmacro %}


{# Nodes and ties without the ties of a table of pairs. #}
{% macro without_ties(nodes, pairs) -%}
    select nodes.node_id, nodes.node_rank, nodes.earlier_node_id, nodes.score
    from {{ nodes }} as nodes
    left join {{ pairs }} as pairs on nodes.node_id = pairs.node_id and nodes.earlier_node_id = pairs.earlier_node_id
    where pairs.node_id is null
{%- endmacro %}


{# Ties by which two nodes that are to be apart follow one leader: of the two the later one's. #}
{% macro ties_to_cut(placed, apart) -%}
    select apart.node_id, later.leader_id as earlier_node_id
    from {{ apart }} as apart
    inner join {{ placed }} as later on apart.node_id = later.node_id
    inner join {{ placed }} as earlier on apart.earlier_node_id = earlier.node_id and later.leader_id = earlier.leader_id
    where later.node_rank > earlier.node_rank
    group by apart.node_id, later.leader_id
{%- endmacro %}


{# Runs the leader step again and again until no two nodes of `apart` share a leader; returns nodes and followers. #}
{% macro place_apart(target_relation, nodes, apart, pass_number, max_rounds, work) -%}
    {%- set state = namespace(followers=none, cut_count=1) -%}
    {%- set state.nodes = dossier.leader_work_table(
        target_relation, 'apart_' ~ pass_number ~ '_0', dossier.without_ties(nodes, apart)
    ) -%}
    {%- do work.tables.append(state.nodes) -%}
    {%- for attempt in range(1, max_rounds + 1) -%}
        {%- set label = pass_number ~ '_' ~ attempt -%}
        {%- set state.followers = dossier.find_followers(target_relation, state.nodes, label, max_rounds, work) -%}
        {%- set placed = dossier.leader_work_table(
            target_relation, 'placed_' ~ label,
            'select members.*, nodes.node_rank from (' ~ dossier.members_of_leaders(state.nodes, state.followers, none, pass_number)
            ~ ') as members inner join ' ~ state.nodes ~ ' as nodes on members.node_id = nodes.node_id and nodes.earlier_node_id is null'
        ) -%}
        {%- do work.tables.append(placed) -%}
        {%- set cut = dossier.leader_work_table(target_relation, 'cut_' ~ label, dossier.ties_to_cut(placed, apart)) -%}
        {%- do work.tables.append(cut) -%}
        {%- set state.cut_count = run_query('select count(*) from ' ~ cut).rows[0][0] -%}
        {%- if state.cut_count == 0 -%}{%- break -%}{%- endif -%}
        {%- set rest = dossier.leader_work_table(target_relation, 'apart_' ~ label, dossier.without_ties(state.nodes, cut)) -%}
        {%- do work.tables.append(rest) -%}
        {%- set state.nodes = rest -%}
    {%- endfor -%}
    {%- if state.cut_count > 0 -%}
        {%- do exceptions.raise_compiler_error('leader_clusters: what was judged different is not apart after ' ~ max_rounds ~ ' rounds') -%}
    {%- endif -%}
    {{ return({'nodes': state.nodes, 'followers': state.followers}) }}
{%- endmacro %}
