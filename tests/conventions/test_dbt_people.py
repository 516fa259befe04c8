"""What holds for those who use the project from dbt: access, exposures, metrics and their description."""

from __future__ import annotations

import re

from dbt_manifest import Project
from dbt_semantic_interfaces.implementations.semantic_manifest import PydanticSemanticManifest
from dbt_semantic_interfaces.validations.semantic_manifest_validator import SemanticManifestValidator

from dossier.settings import PROJECT_ROOT

PUBLISHED_LAYERS = ("marts", "topics", "quality")
WAYS_OF_USE = {"explorer": ("dashboards/explorer", "dashboards/report", "dashboards/sql"), "questions": ("analyses",)}
METRICS = {"events", "origins_per_event", "disputed_share", "figures_per_outlet"}


def test_published_models_are_open_to_every_project_and_the_others_to_this_one(project: Project) -> None:
    access = {name: (model["access"], model["group"]) for name, model in project.models.items()}
    wanted = {
        name: ("public", "published") if model["fqn"][1] in PUBLISHED_LAYERS else ("protected", "workings")
        for name, model in project.models.items()
    }
    assert access == wanted


def test_every_published_model_is_in_an_exposure_and_exposures_name_published_models_only(project: Project) -> None:
    published = {model["unique_id"] for model in project.models.values() if model["access"] == "public"}
    named = {
        exposure["name"]: {node for node in exposure["depends_on"]["nodes"] if node.startswith("model.")}
        for exposure in project.manifest["exposures"].values()
    }
    assert named["published_warehouse"] == published
    assert {name: nodes - published for name, nodes in named.items() if nodes - published} == {}


def test_an_exposure_names_every_table_that_its_sql_reads(project: Project) -> None:
    missing = []
    for name, folders in WAYS_OF_USE.items():
        exposure = project.manifest["exposures"][f"exposure.dossier.{name}"]
        named = {node.rpartition(".")[2] for node in exposure["depends_on"]["nodes"]}
        files = [path for folder in folders for path in (PROJECT_ROOT / folder).rglob("*.sql")]
        assert files, folders
        for path in files:
            read = set(re.findall(r"\b(?:from|join) (?:marts\.|topics\.|quality\.)?(\w+)", path.read_text()))
            missing += [f"{name}: {table} ({path.name})" for table in sorted((read & project.models.keys()) - named)]
    assert missing == []


def test_metrics_are_sound_described_and_counted_from_published_columns(project: Project) -> None:
    """MetricFlow itself comes with the extra `metrics`; what it would refuse is found without it."""
    manifest = PydanticSemanticManifest.parse_raw(project.semantic_manifest)
    SemanticManifestValidator[PydanticSemanticManifest]().checked_validations(manifest)
    assert {metric.name for metric in manifest.metrics} >= METRICS
    assert [metric.name for metric in manifest.metrics if not metric.description] == []
    unknown = []
    for semantic_model in manifest.semantic_models:
        model = project.models[semantic_model.node_relation.alias]
        assert model["access"] == "public"
        parts = [*semantic_model.entities, *semantic_model.dimensions, *semantic_model.measures]
        words = {part.name: re.findall(r"[a-z_]+", part.expr or part.name) for part in parts}
        known = {*model["columns"], "case", "when", "then", "else", "end"}
        unknown += [f"{semantic_model.name}.{name}" for name, used in words.items() if not set(used) <= known]
    assert unknown == []
