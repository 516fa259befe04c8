"""The tutorial of the documentation, run as its readers run it.

python tests/golden/tutorial.py      writes what the commands print anew
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

TUTORIAL = Path(__file__).resolve().parents[2] / "docs" / "tutorial.md"
BLOCK = re.compile(r"```(?P<kind>text title=\"(?P<file>[^\"]+)\"|console)\n(?P<body>.*?)```", re.DOTALL)
# What differs from run to run: how far it is, how long it took, and where it lies.
FLEETING = re.compile(r"(?:\w+: .* (?:a second|left).*|seconds: .*|published version .*|try: .*)\n?")


def run_tutorial(text: str, folder: Path) -> str:
    """The tutorial with the output of its commands, run in a folder of their own."""
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}",
        "COLUMNS": "110",
        "NO_COLOR": "1",
    }

    def answered(block: re.Match[str]) -> str:
        if block["file"] is not None:
            path = folder / block["file"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block["body"], encoding="utf-8")
            return block.group()
        lines = []
        for command in re.findall(r"(?m)^\$ (.*)$", block["body"]):
            lines.append(f"$ {command}\n")
            exported = re.fullmatch(r"export (\w+)=(\w+)", command)
            if exported is not None:
                environment[exported[1]] = exported[2]
                continue
            done = subprocess.run(
                command,
                shell=True,
                cwd=folder,
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
            printed = "".join(line.rstrip() + "\n" for line in done.stdout.splitlines())
            lines.append(FLEETING.sub("", printed))
        return "```console\n" + "".join(lines) + "```"

    return BLOCK.sub(answered, text)


def main() -> None:
    """Write the output of all commands anew."""
    with tempfile.TemporaryDirectory() as folder:
        TUTORIAL.write_text(run_tutorial(TUTORIAL.read_text(encoding="utf-8"), Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
