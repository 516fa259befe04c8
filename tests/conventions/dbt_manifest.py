"""What dbt knows about the project."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Project:
    """The manifest that dbt writes when it parses or compiles."""

    manifest: dict[str, Any]
    semantic_manifest: str = ""

    @property
    def models(self) -> dict[str, dict[str, Any]]:
        """Models by name."""
        return {node["name"]: node for node in self.manifest["nodes"].values() if node["resource_type"] == "model"}

    @property
    def seeds(self) -> dict[str, dict[str, Any]]:
        """Seeds by name."""
        return {node["name"]: node for node in self.manifest["nodes"].values() if node["resource_type"] == "seed"}

    @property
    def sources(self) -> dict[str, dict[str, Any]]:
        """Source tables by name."""
        return {source["name"]: source for source in self.manifest["sources"].values()}
