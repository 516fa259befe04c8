"""The Superset bundle as the zip that `superset import-dashboards` takes, made for one published file.

python dashboards/superset_bundle.py warehouse/sample/published/current/dossier.duckdb dossier_superset.zip
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

BUNDLE = Path(__file__).parent / "superset"
PLACE = "DOSSIER_FILE"


def write_bundle(published: Path, target: Path) -> None:
    """The link ``current`` in the path is kept, so that the dashboard follows later publications."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bundle:
        for path in sorted(BUNDLE.rglob("*.yaml")):
            text = path.read_text(encoding="utf-8").replace(f"duckdb:///{PLACE}", f"duckdb:///{published.absolute()}")
            bundle.writestr(f"dossier/{path.relative_to(BUNDLE).as_posix()}", text)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(f"usage: python {sys.argv[0]} PUBLISHED_FILE ZIP")
    write_bundle(Path(sys.argv[1]), Path(sys.argv[2]))
