"""Promises of `newsdesk source test`: what a visit would meet, for people and for programs."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli.program import program
from tests.builders import HARBOUR


@pytest.fixture(name="page")
def _page(tmp_path: Path) -> Path:
    file = tmp_path / "harbour.txt"
    file.write_text(f"Harbour of Delta reopens after strike\n\nBy Ida Lund\n\n{HARBOUR}\n", "utf-8")
    return file


def asked(*line: str | Path) -> Result:
    """Return how a trial went."""
    return CliRunner().invoke(program, ["source", "test", *map(str, line)])


def test_each_step_is_said_with_its_mark(page: Path) -> None:
    """And at the end how the source is added."""
    result = asked(page)

    assert result.exit_code == 0
    assert f"{page}\n✓ shape      files at {page}" in result.stdout
    assert "! entries    1 entry without dates" in result.stdout
    assert "✓ article    “Harbour of Delta reopens after strike”" in result.stdout
    assert f"It can be used: newsdesk source add {page}" in result.stdout


def test_what_cannot_be_used_fails_with_its_reason(tmp_path: Path) -> None:
    """Private networks are named, and so are files that are not there; one of several is enough."""
    gone = tmp_path / "none.txt"
    result = asked("http://10.0.0.1/rss", gone)

    assert result.exit_code == 1
    assert "✗ address    leads to a private network" in result.stdout
    assert "which is not visited" in result.stdout
    assert result.stdout.count("It cannot be used.") == 2
    assert "✗ address    no such file or folder" in result.stdout


def test_programs_get_one_object_an_address(page: Path) -> None:
    """With every step's outcome, words and figures."""
    result = asked(page, "http://10.0.0.1/rss", "--json")
    fine, refused = (json.loads(line) for line in result.stdout.splitlines())

    assert result.exit_code == 1
    assert (fine["id"], fine["usable"], fine["error"], fine["kind"]) == (
        str(page), True, None, "files",
    )  # fmt: skip
    assert [one["step"] for one in fine["steps"]] == ["shape", "entries", "article", "visits"]
    assert fine["steps"][1]["entries"] == 1
    assert fine["steps"][2]["words"] > 30
    assert not refused["usable"]
    assert refused["error"].startswith("leads to a private network")
    assert refused["steps"][0]["outcome"] == "failed"
