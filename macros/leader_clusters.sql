{#
Materialization `leader_clusters`: a table of (node_id, leader_id, leader_rank, joined_by), one row per node, that says to
which leader each node belongs. Figures, events and actors are merged with it.

Why leaders and not connected components: one wrong pair chains components together; a leader gathers only what is directly
tied to it, and whether a node leads depends on earlier nodes alone, so the outcome is the same in any order of arrival.

The model's query gives two kinds of rows, with the columns node_id, node_rank, earlier_node_id, score:
    a node:   (node_id, node_rank, NULL, NULL)           every node once; node_rank is its place in the anchor order, unique
    an edge:  (node_id, node_rank, earlier_node_id, score)   two nodes that may be one; score is a positive integer, the edge
              starts at the node that comes LATER in the anchor order (node_rank of earlier_node_id is smaller).
Scores must be integers: sums of floats differ from run to run and would flip edges. 1000 and -1 are reserved: judged the same,
judged different (macros/leader_judgements.sql). An edge with score 0 says that two nodes were compared and found to be two: it
ties nothing and speaks against joining their clusters.

A node leads when no earlier node that it is tied to leads; every other node joins the leader it is best scored with (the
earliest of these when scores are equal). It is found in rounds: nodes without earlier ties lead, what is tied to them
follows, both go with their edges, until no edge is left. Not settled after `max_rounds` is an error.
Leaders alone break up bursts, so `merge_passes` more passes join whole clusters: two clusters are tied when at least
`merge_percent` of their cross pairs are edges (or `merge_enough` of them, for of many pairs only some are compared), and at least
`agree_percent` of those edges and of the pairs found to be two; the same leader step runs over the clusters.

Config: merge_passes (default 2; 0 for none), merge_percent (default 30), merge_enough (default none), agree_percent (default 50),
max_rounds (default 500).

    {{ config(materialized='leader_clusters', merge_passes=1) }}
    select node_id, node_rank, cast(null as string) as earlier_node_id, cast(null as integer) as score from nodes
    union all
    select later_id, later_rank, earlier_id, score from edges
#}
{% materialization leader_clusters, supported_languages=['sql'], default %}
    {%- set merge_passes = config.get('merge_passes', 2) -%}
    {%- set merge_rule = {
        'percent': config.get('merge_percent', 30), 'enough': config.get('merge_enough'), 'agree': config.get('agree_percent', 50)
    } -%}
    {%- set max_rounds = config.get('max_rounds', 500) -%}
    {%- set target_relation = this.incorporate(type='table') -%}
    {%- set existing_relation = load_cached_relation(this) -%}
    {%- set work = namespace(tables=[]) -%}

    {{ run_hooks(pre_hooks) }}

    {%- set input = dossier.leader_work_table(target_relation, 'input', sql) -%}
    {%- do work.tables.append(input) -%}
    {%- do dossier.check_leader_input(input) -%}
    {%- set level = namespace(nodes=input, members=none) -%}
    {%- set is_judged = dossier.has_judged_ties(input) -%}
    {%- if is_judged -%}
        {%- set level.members = dossier.judged_groups(target_relation, input, work) -%}
        {%- set level.nodes = dossier.leader_work_table(target_relation, 'grouped', dossier.ties_of_groups(input, level.members)) -%}
        {%- do work.tables.append(level.nodes) -%}
    {%- endif -%}

    {%- for pass_number in range(merge_passes + 1) -%}
        {%- if pass_number > 0 -%}
            {%- set merged_input = dossier.leader_work_table(
                target_relation, 'input_' ~ pass_number, dossier.cluster_ties(input, level.members, merge_rule)
            ) -%}
            {%- do work.tables.append(merged_input) -%}
            {%- set level.nodes = merged_input -%}
        {%- endif -%}
        {%- set step = namespace(followers=none) -%}
        {%- if is_judged -%}
            {%- set apart = dossier.leader_work_table(
                target_relation, 'to_part_' ~ pass_number, dossier.clusters_to_part(input, level.members)
            ) -%}
            {%- do work.tables.append(apart) -%}
            {%- set parted = dossier.place_apart(target_relation, level.nodes, apart, pass_number, max_rounds, work) -%}
            {%- set level.nodes = parted.nodes -%}
            {%- set step.followers = parted.followers -%}
        {%- else -%}
            {%- set step.followers = dossier.find_followers(target_relation, level.nodes, pass_number, max_rounds, work) -%}
        {%- endif -%}
        {%- set found = dossier.leader_work_table(
            target_relation, 'members_' ~ pass_number,
            dossier.members_of_leaders(level.nodes, step.followers, level.members, pass_number)
        ) -%}
        {%- do work.tables.append(found) -%}
        {%- set level.members = found -%}
    {%- endfor -%}

    {%- if existing_relation is not none -%}
        {%- do adapter.drop_relation(existing_relation) -%}
    {%- endif -%}
    {% call statement('main') -%}
        {{ get_create_table_as_sql(False, target_relation, 'select node_id, leader_id, leader_rank, joined_by from ' ~ level.members) }}
    {%- endcall %}
    {%- for table in work.tables -%}
        {%- do run_query('drop table if exists ' ~ table) -%}
    {%- endfor -%}

    {{ run_hooks(post_hooks) }}
    {%- do persist_docs(target_relation, model) -%}
    {%- do adapter.commit() -%}
    {{ return({'relations': [target_relation]}) }}
{% endmaterialization %}


{# Makes a work table beside the target and returns its name; dropped at the end. #}
{% macro leader_work_table(target_relation, purpose, query) -%}
    {{ return(adapter.dispatch('leader_work_table', 'dossier')(target_relation, purpose, query)) }}
{%- endmacro %}

{% macro default__leader_work_table(target_relation, purpose, query) -%}
    {%- set name = target_relation.incorporate(path={'identifier': target_relation.identifier ~ '__' ~ purpose}) -%}
    {%- do run_query('drop table if exists ' ~ name) -%}
    {%- do run_query('create table ' ~ name ~ ' as ' ~ query) -%}
    {{ return(name) }}
{%- endmacro %}

{% macro spark__leader_work_table(target_relation, purpose, query) -%}
    {%- set name = target_relation.incorporate(path={'identifier': target_relation.identifier ~ '__' ~ purpose}) -%}
    {%- do run_query('drop table if exists ' ~ name) -%}
    {%- do run_query('create table ' ~ name ~ ' using parquet as ' ~ query) -%}
    {{ return(name) }}
{%- endmacro %}


{# Stops when the query breaks its promise: a node missing or twice, an edge that does not point backwards, a bad score. #}
{% macro check_leader_input(input) -%}
    {%- set faults -%}
        select 'nodes given twice' as fault, count(*) as row_count
        from (select node_id from {{ input }} where earlier_node_id is null group by node_id having count(*) > 1) as twice
        union all
        select 'ranks given twice', count(*)
        from (select node_rank from {{ input }} where earlier_node_id is null group by node_rank having count(*) > 1) as twice
        union all
        select 'edges that do not start at the later of two known nodes, or have no score', count(*)
        from {{ input }} as edges
        left join {{ input }} as earlier on edges.earlier_node_id = earlier.node_id and earlier.earlier_node_id is null
        left join {{ input }} as later on edges.node_id = later.node_id and later.earlier_node_id is null
        where
            edges.earlier_node_id is not null
            and (
                earlier.node_rank is null or later.node_rank is null
                or earlier.node_rank >= later.node_rank
                or coalesce(edges.score, -2) < {{ dossier.judged_different_score() }}
            )
    {%- endset -%}
    {%- for row in run_query(faults).rows if row[1] > 0 -%}
        {%- do exceptions.raise_compiler_error('leader_clusters: ' ~ row[1] ~ ' ' ~ row[0] ~ ' in ' ~ input) -%}
    {%- endfor -%}
{%- endmacro %}


{# Runs the rounds over the edges of `nodes`; returns the table of the nodes that follow a leader. #}
{% macro find_followers(target_relation, nodes, pass_number, max_rounds, work) -%}
    {%- set state = namespace(edges=none, left=1, parts=[]) -%}
    {%- set state.edges = dossier.leader_work_table(
        target_relation, 'edges_' ~ pass_number ~ '_0',
        'select node_id, earlier_node_id from ' ~ nodes ~ ' where earlier_node_id is not null and score > 0'
    ) -%}
    {%- do work.tables.append(state.edges) -%}
    {%- for round_number in range(1, max_rounds + 1) -%}
        {%- set state.left = run_query('select count(*) from ' ~ state.edges).rows[0][0] -%}
        {%- if state.left == 0 -%}{%- break -%}{%- endif -%}
        {%- set part = dossier.leader_work_table(target_relation, 'followers_' ~ pass_number ~ '_' ~ round_number,
            'select edges.node_id from ' ~ state.edges ~ ' as edges left join ' ~ state.edges ~ ' as followed '
            ~ 'on edges.earlier_node_id = followed.node_id where followed.node_id is null group by edges.node_id'
        ) -%}
        {%- do work.tables.append(part) -%}
        {%- do state.parts.append(part) -%}
        {%- set rest = dossier.leader_work_table(target_relation, 'edges_' ~ pass_number ~ '_' ~ round_number,
            'select edges.node_id, edges.earlier_node_id from ' ~ state.edges ~ ' as edges '
            ~ 'left join ' ~ part ~ ' as later on edges.node_id = later.node_id '
            ~ 'left join ' ~ part ~ ' as earlier on edges.earlier_node_id = earlier.node_id '
            ~ 'where later.node_id is null and earlier.node_id is null'
        ) -%}
        {%- do work.tables.append(rest) -%}
        {%- set state.edges = rest -%}
    {%- endfor -%}
    {%- if state.left > 0 -%}
        {%- do exceptions.raise_compiler_error('leader_clusters: not settled after ' ~ max_rounds ~ ' rounds, edges left in ' ~ state.edges) -%}
    {%- endif -%}
    {%- set empty = 'select node_id from ' ~ nodes ~ ' where 1 = 0' -%}
    {%- set queries = [empty] -%}
    {%- for part in state.parts -%}{%- do queries.append('select node_id from ' ~ part) -%}{%- endfor -%}
    {%- set followers = dossier.leader_work_table(target_relation, 'followers_' ~ pass_number, queries | join(' union all ')) -%}
    {%- do work.tables.append(followers) -%}
    {{ return(followers) }}
{%- endmacro %}


{# Every node with its leader: itself, or the leader it is best scored with. In a merge pass the nodes are leaders of
   clusters, and their members move with them. #}
{% macro members_of_leaders(nodes, followers, earlier_members, pass_number) -%}
    with choices as (
        select edges.node_id, edges.earlier_node_id,
            row_number() over (partition by edges.node_id order by edges.score desc, leaders.node_rank) as choice
        from {{ nodes }} as edges
        inner join {{ followers }} as followers on edges.node_id = followers.node_id
        inner join {{ nodes }} as leaders on edges.earlier_node_id = leaders.node_id and leaders.earlier_node_id is null
        left join {{ followers }} as led on edges.earlier_node_id = led.node_id
        where led.node_id is null and edges.score > 0
    ),
    placed as (
        select nodes.node_id, coalesce(choices.earlier_node_id, nodes.node_id) as leader_id,
            case when choices.node_id is null then 'leader' else 'follower' end as placed_as
        from {{ nodes }} as nodes
        left join choices on nodes.node_id = choices.node_id and choices.choice = 1
        where nodes.earlier_node_id is null
    ),
    ranked as (
        select placed.node_id, placed.leader_id, placed.placed_as, leaders.node_rank as leader_rank
        from placed
        inner join {{ nodes }} as leaders on placed.leader_id = leaders.node_id and leaders.earlier_node_id is null
    )
    {% if earlier_members is none -%}
    select node_id, leader_id, leader_rank, placed_as as joined_by from ranked
    {%- else -%}
    select members.node_id, ranked.leader_id, ranked.leader_rank,
        case
            when ranked.placed_as = 'follower' and members.joined_by <> 'judged same'
                then {{ "'follower'" if pass_number == 0 else "'merged cluster'" }}
            else members.joined_by
        end as joined_by
    from {{ earlier_members }} as members
    inner join ranked on members.leader_id = ranked.node_id
    {%- endif %}
{%- endmacro %}


{# Clusters as nodes, and ties between clusters of which enough cross pairs are edges; the score is their percentage. #}
{% macro cluster_ties(input, members, merge_rule) -%}
    with clusters as (
        select leader_id, min(leader_rank) as leader_rank, count(*) as member_count
        from {{ members }} group by leader_id
    ),
    crossing as (
        select
            case when later.leader_rank > earlier.leader_rank then later.leader_id else earlier.leader_id end as later_cluster_id,
            case when later.leader_rank > earlier.leader_rank then earlier.leader_id else later.leader_id end as earlier_cluster_id,
            edges.score
        from {{ input }} as edges
        inner join {{ members }} as later on edges.node_id = later.node_id
        inner join {{ members }} as earlier on edges.earlier_node_id = earlier.node_id
        where edges.score >= 0 and later.leader_id <> earlier.leader_id
    ),
    counted as (
        select later_cluster_id, earlier_cluster_id,
            count(case when score > 0 then 1 end) as edge_count,
            count(case when score = 0 then 1 end) as refused_count
        from crossing group by later_cluster_id, earlier_cluster_id
    )
    select leader_id as node_id, leader_rank as node_rank, cast(null as {{ dbt.type_string() }}) as earlier_node_id, cast(null as integer) as score
    from clusters
    union all
    select counted.later_cluster_id, later.leader_rank, counted.earlier_cluster_id,
        cast(greatest(floor(100.0 * counted.edge_count / (later.member_count * earlier.member_count)), 1) as integer)
    from counted
    inner join clusters as later on counted.later_cluster_id = later.leader_id
    inner join clusters as earlier on counted.earlier_cluster_id = earlier.leader_id
    where counted.edge_count > 0
        and 100 * counted.edge_count >= {{ merge_rule.agree }} * (counted.edge_count + counted.refused_count)
        and (
            100 * counted.edge_count >= {{ merge_rule.percent }} * later.member_count * earlier.member_count
            {% if merge_rule.enough is not none -%}
            or counted.edge_count >= {{ merge_rule.enough }}
            {%- endif %}
        )
{%- endmacro %}
