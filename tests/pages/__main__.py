"""Write the pages into a folder, to look at them in a browser or to build a warehouse: python -m tests.pages FOLDER."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.pages import all_cases

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for case in all_cases():
        (folder / f"{case.name}.html").write_bytes(case.content)
