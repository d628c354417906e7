"""The examples in docstrings are true."""

import doctest
import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAMES = sorted(
    ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for folder in ("bot", "adapters", "tests/standins", "tests/journeys")
    for file in (ROOT / folder).rglob("*.py")
    if ">>> " in file.read_text("utf-8") and file != Path(__file__)
)


@pytest.mark.parametrize("name", NAMES)
def test_examples_are_true(name: str) -> None:
    """Every example in a module's docstrings gives what it says it gives."""
    outcome = doctest.testmod(importlib.import_module(name))

    assert outcome.attempted > 0
    assert outcome.failed == 0


def test_there_are_examples() -> None:
    """Examples are found: had the folders moved, the test above would be empty."""
    assert len(NAMES) > 30
