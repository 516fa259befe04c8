"""What holds for every model: its SQL runs on two engines, it stands in its layer, and it is described."""

from __future__ import annotations

from typing import Any

import pytest
import sqlglot
from dbt_manifest import Project
from sqlglot import exp
from sqlglot.tokens import TokenType

FORBIDDEN = {
    exp.Qualify: "QUALIFY",
    exp.Lambda: "a lambda",
    exp.Array: "an array",
    exp.Struct: "a struct",
    exp.Unnest: "UNNEST",
    exp.ArrayAgg: "an array aggregate",
    exp.IntDiv: "integer division",
    exp.Bracket: "an index into a list",
}
# Functions that sqlglot does not know, but that both engines have, or that stand in a dispatched macro of macros/.
KNOWN_FUNCTIONS = {"sha256", "to_months", "isodow", "regexp_full_match", "regexp_matches"}
# What both engines parse and each takes in its own way.
NOT_ALIKE = {
    "regexp": "differs between the engines: use a dispatched macro",
    " concat(": "leaves out what is NULL, or is NULL itself on Spark: concat_ws('', …) leaves it out on both",
    "as varchar": "needs a length on Spark: as string",
}
LAYERS = {
    "staging": {"source"},
    "intermediate": {"staging", "intermediate", "seed"},
    "marts": {"staging", "intermediate", "marts", "seed"},
    "topics": {"marts", "topics", "seed"},
    "quality": {"staging", "marts", "topics", "quality", "seed"},
}
# Left joins that pair every row with every row of a table that stays small.
SMALL_JOINED = {"int_dates__stepped_points": "dated_facts", "event_reports": "rule_precisions"}
# Models of more than 120 lines of code, each with the reason why it is not split.
LONG_MODELS = {
    "suspicions": "a list of one-query rules that are easier to read under each other",
}


def compiled(project: Project) -> dict[str, str]:
    return {name: model["compiled_code"] for name, model in sorted(project.models.items())}


def faults_of(statement: exp.Expression) -> set[str]:
    faults = {words for kind, words in FORBIDDEN.items() if statement.find(kind)}
    for star in statement.find_all(exp.Star):
        faults |= {"* exclude or replace"} if star.args.get("except_") or star.args.get("except") else set()
    for with_ in statement.find_all(exp.With):
        faults |= {"a recursive CTE"} if with_.args.get("recursive") else set()
    for group in statement.find_all(exp.Group):
        faults |= {"GROUP BY ALL"} if group.args.get("all") else set()
    for distinct in statement.find_all(exp.Distinct):
        faults |= {"DISTINCT ON"} if distinct.args.get("on") else set()
    for function in statement.find_all(exp.Anonymous):
        if function.name.lower() not in KNOWN_FUNCTIONS:
            faults.add(f"the function {function.name}, which may be DuckDB's alone")
    return faults


def slow_left_joins(statement: exp.Expression) -> list[str]:
    """Conditions of left joins that neither engine hashes or filters by: it then pairs every row with every row.

    A condition is one on the joined table alone, or compares something of it with something of the tables before it.
    """
    return [
        condition.sql(dialect="duckdb")
        for join in statement.find_all(exp.Join)
        if join.side == "LEFT" and join.args.get("on") is not None
        for condition in conjuncts(join.args["on"])
        if not joins_quickly(condition, join.alias_or_name)
    ]


def conjuncts(condition: exp.Expression) -> list[exp.Expression]:
    return list(condition.flatten()) if isinstance(condition, exp.And) else [condition]


def joins_quickly(condition: exp.Expression, joined: str) -> bool:
    if tables_of(condition) == {joined}:
        return True
    if not isinstance(condition, exp.EQ | exp.LT | exp.LTE | exp.GT | exp.GTE):
        return False
    sides = [tables_of(condition.left), tables_of(condition.right)]
    return {joined} in sides and any(joined not in side and side for side in sides)


def tables_of(expression: exp.Expression) -> set[str]:
    return {column.table for column in expression.find_all(exp.Column)}


def test_no_left_join_pairs_every_row_with_every_row(project: Project) -> None:
    found = {name: slow_left_joins(sqlglot.parse_one(sql, read="duckdb")) for name, sql in compiled(project).items()}
    slow = {name: conditions for name, conditions in found.items() if conditions}
    assert {name: conditions for name, conditions in slow.items() if name not in SMALL_JOINED} == {}
    assert SMALL_JOINED.keys() <= slow.keys(), "an exception that is no longer needed"


@pytest.mark.parametrize(
    ("condition", "is_quick"),
    [
        ("a.x = b.x and a.day <= b.day and b.kind = 'k'", True),
        ("case when a.kind = 'k' then a.x end = b.x", True),
        ("a.x = b.x and a.kind = 'k'", False),
        ("b.x in (a.x, a.y)", False),
        ("a.x = b.x and b.day >= coalesce(a.day, b.day)", False),
    ],
)
def test_the_check_of_left_joins_finds(condition: str, is_quick: bool) -> None:
    statement = sqlglot.parse_one(f"select a.x from a left join b on {condition}", read="duckdb")
    assert (slow_left_joins(statement) == []) == is_quick


def test_every_model_is_in_the_sql_that_two_engines_run(project: Project) -> None:
    faults = []
    for name, sql in compiled(project).items():
        for dialect in ("duckdb", "spark"):
            try:
                statement = sqlglot.parse_one(sql, read=dialect)
            except sqlglot.errors.ParseError as error:
                faults.append(f"{name} ({dialect}): {str(error).splitlines()[0]}")
                continue
            faults += [f"{name} ({dialect}): {fault}" for fault in sorted(faults_of(statement))]
        if any(token.token_type == TokenType.DCOLON for token in sqlglot.tokenize(sql, read="duckdb")):
            faults.append(f"{name}: '::' instead of cast()")
        raw_code = project.models[name]["raw_code"]
        faults += [f"{name}: {word} {reason}" for word, reason in NOT_ALIKE.items() if word in raw_code]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    ("sql", "fault"),
    [
        ("select a from t qualify row_number() over (order by a) = 1", "QUALIFY"),
        ("select list_transform(a, lambda x : x + 1) from t", "a lambda"),
        ("select * exclude (a) from t", "* exclude or replace"),
        ("select a, count(*) from t group by all", "GROUP BY ALL"),
        ("select distinct on (a) a, b from t", "DISTINCT ON"),
        ("with recursive n as (select 1 as i union all select i + 1 from n) select i from n", "a recursive CTE"),
        ("select [1, 2] as a", "an array"),
        ("select {'a': 1} as a", "a struct"),
        ("select a // 2 from t", "integer division"),
        ("select arg_max_by_my_engine(a) from t", "the function arg_max_by_my_engine, which may be DuckDB's alone"),
    ],
)
def test_the_check_of_the_sql_finds(sql: str, fault: str) -> None:
    assert fault in faults_of(sqlglot.parse_one(sql, read="duckdb"))


def layer_of(unique_id: str, project: Project) -> str:
    kind = unique_id.split(".")[0]
    return kind if kind in ("seed", "source") else project.manifest["nodes"][unique_id]["fqn"][1]


def test_a_layer_reads_only_the_layers_before_it(project: Project) -> None:
    faults = [
        f"{name} reads {parent}"
        for name, model in sorted(project.models.items())
        for parent in model["depends_on"]["nodes"]
        if layer_of(parent, project) not in LAYERS[model["fqn"][1]]
    ]
    assert not faults, "\n".join(faults)


def test_the_first_line_of_a_model_gives_its_grain(project: Project) -> None:
    assert not [name for name, model in project.models.items() if not model["raw_code"].startswith("-- One row per ")]


def lines_of_code(model: dict[str, Any]) -> int:
    lines = (line.strip() for line in model["raw_code"].splitlines())
    return sum(1 for line in lines if line and not line.startswith("--"))


def test_a_model_has_no_more_than_120_lines_of_code_without_a_reason(project: Project) -> None:
    long = {name: lines_of_code(model) for name, model in project.models.items() if lines_of_code(model) > 120}
    assert {name: count for name, count in long.items() if name not in LONG_MODELS} == {}
    assert LONG_MODELS.keys() <= long.keys(), "a reason that is no longer needed"


def selected_columns(model: dict[str, Any]) -> list[str]:
    if model["config"]["materialized"] == "leader_clusters":  # which makes these of whatever ties the model selects
        return ["node_id", "leader_id", "leader_rank", "joined_by"]
    statement = sqlglot.parse_one(model["compiled_code"], read="duckdb")
    assert isinstance(statement, exp.Query)
    return statement.named_selects


def without_description(nodes: dict[str, dict[str, Any]]) -> list[str]:
    return [
        f"{name}.{column}: no description"
        for name, node in sorted(nodes.items())
        for column, facts in node["columns"].items()
        if not facts["description"]
    ]


def test_every_model_seed_source_and_column_is_described(project: Project) -> None:
    nodes = {**project.models, **project.seeds, **project.sources}
    faults = [f"{name}: no description" for name, node in sorted(nodes.items()) if not node["description"].strip()]
    faults += without_description(nodes)
    for name, model in sorted(project.models.items()):
        described, selected = set(model["columns"]), set(selected_columns(model))
        faults += [f"{name}.{column}: selected, not described" for column in sorted(selected - described)]
        faults += [f"{name}.{column}: described, not selected" for column in sorted(described - selected)]
    assert not faults, "\n".join(faults)
