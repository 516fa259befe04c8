"""The tutorial prints what its readers will see."""

from pathlib import Path

from tests.golden.tutorial import TUTORIAL, run_tutorial


def test_the_tutorial_shows_what_its_commands_print(tmp_path: Path) -> None:
    text = TUTORIAL.read_text(encoding="utf-8")
    assert run_tutorial(text, tmp_path) == text
