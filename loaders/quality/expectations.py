"""Great Expectations over a frame of metrics: an ephemeral context, analytics off, no files but the pages asked for."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

os.environ["GX_ANALYTICS_ENABLED"] = "false"  # before the import, which reads it

import great_expectations as gx
import pandas as pd
from great_expectations import expectations as gxe
from great_expectations.checkpoint.actions import UpdateDataDocsAction
from great_expectations.core.batch_definition import BatchDefinition
from great_expectations.data_context.data_context.ephemeral_data_context import EphemeralDataContext

from dossier.quality.bounds import Bound

logging.getLogger("great_expectations").setLevel(logging.ERROR)


def judge_frame(
    gate: str, frame: Mapping[str, float | None], bounds: Sequence[Bound], docs_folder: Path | None = None
) -> list[bool]:
    """Whether each bound is met by the frame's one row; a NULL meets every bound."""
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}  # type: ignore[assignment]
    data = pd.DataFrame([frame], dtype="float64")
    asset = context.data_sources.add_pandas("metrics").add_dataframe_asset(gate)
    batches = asset.add_batch_definition_whole_dataframe("current")
    expectations = [
        gxe.ExpectColumnValuesToBeBetween(  # type: ignore[attr-defined]
            column=bound.column,
            min_value=bound.minimum,
            max_value=bound.maximum,
            meta={"number": number, "severity": bound.severity},
            notes=f"{bound.expectation} ({bound.severity}): {bound.reason}",
        )
        for number, bound in enumerate(bounds)
    ]
    suite = context.suites.add(gx.ExpectationSuite(name=gate, expectations=expectations))
    if docs_folder is not None:
        _write_docs(context, gate, batches, suite, data, docs_folder)
    validated = batches.get_batch({"dataframe": data}).validate(suite)
    passed = {
        result.expectation_config.meta["number"]: bool(result.success)
        for result in validated.results
        if result.expectation_config is not None and result.expectation_config.meta is not None
    }
    return [passed[number] for number in range(len(bounds))]


def _write_docs(
    context: EphemeralDataContext,
    gate: str,
    batches: BatchDefinition[Any],
    suite: gx.ExpectationSuite,
    data: pd.DataFrame,
    folder: Path,
) -> None:
    """The results as HTML pages, one folder a gate."""
    context.add_data_docs_site(
        site_name=gate,
        site_config={
            "class_name": "SiteBuilder",
            "store_backend": {
                "class_name": "TupleFilesystemStoreBackend",
                "base_directory": str((folder / gate).resolve()),
            },
            "site_index_builder": {"class_name": "DefaultSiteIndexBuilder"},
        },
    )
    definition = context.validation_definitions.add(gx.ValidationDefinition(name=gate, data=batches, suite=suite))
    checkpoint = context.checkpoints.add(
        gx.Checkpoint(
            name=gate,
            validation_definitions=[definition],
            actions=[UpdateDataDocsAction(name="docs", site_names=[gate])],
        )
    )
    checkpoint.run(batch_parameters={"dataframe": data})
