"""Promises of `bot.cli.setup`: settings in force, faults with their cures, whether a desk runs."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.cli.program import program


def run(folder: Path, *line: str, toml: str = "") -> Result:
    """Run a command with a home of its own."""
    config = folder / "desk.toml"
    config.write_text(f'home = "{folder}"\n{toml}', "utf-8")
    none = {"SLACK_BOT_TOKEN": None, "DISCORD_TOKEN": None}
    return CliRunner(env=none).invoke(program, ["--config", str(config), *line])


def faults(result: Result) -> dict[str, str | None]:
    """Return what was looked at, each with its fault."""
    rows: list[dict[str, Any]] = [json.loads(line) for line in result.stdout.splitlines()]
    assert all(row["ok"] is (row["fault"] is None) for row in rows)
    return {row["check"]: row["fault"] for row in rows}


def test_settings_are_listed_by_their_full_names(tmp_path: Path) -> None:
    """Empty tables too."""
    said = run(tmp_path, "config", toml="[fetch]\ntimeout_s = 7\n").stdout.splitlines()

    assert f"home = {str(tmp_path)!r}" in said
    assert "fetch.timeout_s = 7.0" in said
    assert "platforms = {}" in said


def test_a_platform_without_its_token_is_named(tmp_path: Path) -> None:
    """With the variable that is not set; the store is well all the same."""
    result = run(tmp_path, "doctor", "--json", toml="[platforms.slack]\n[platforms.discord]\n")
    found = faults(result)

    assert result.exit_code == 1
    assert "SLACK_BOT_TOKEN is not set" in (found["platform slack"] or "")
    assert "DISCORD_TOKEN is not set" in (found["platform discord"] or "")
    assert found[f"store in {tmp_path}"] is None


def test_a_platform_that_cannot_be_examined_is_well(tmp_path: Path) -> None:
    """The terminal has nothing that could be wrong."""
    result = run(tmp_path, "doctor", "--json", toml="[platforms.console]\n")

    assert result.exit_code == 0
    assert faults(result)["platform console"] is None


def test_a_store_that_cannot_be_opened_is_a_fault(tmp_path: Path) -> None:
    """Said for people with a cross."""
    result = run(tmp_path, "doctor", toml='[store]\nuse = "nowhere"\n')

    assert result.exit_code == 1
    assert f"✗ store in {tmp_path}: " in result.stdout
    assert "nowhere" in result.stdout


def test_a_source_that_fails_is_a_fault(tmp_path: Path) -> None:
    """Once it was visited."""
    toml = f'[[sources]]\naddress = "{tmp_path}/none"\nkind = "files"\nname = "Gone"\n'
    before = faults(run(tmp_path, "doctor", "--json", toml=toml))
    run(tmp_path, "gather", toml=toml)
    after = faults(run(tmp_path, "doctor", "--json", toml=toml))

    assert before["source Gone"] is None
    assert "no such file" in (after["source Gone"] or "")


@pytest.mark.parametrize(
    ("silent_s", "status", "clue"),
    [(5, 0, "A desk runs here"), (3600, 1, "last heard 3600 s ago"), (None, 1, "never")],
)
def test_a_desk_that_runs_is_heard(
    tmp_path: Path, silent_s: float | None, status: int, clue: str
) -> None:
    """Every so often; one that fell silent does not run."""
    if silent_s is not None:
        beat = tmp_path / "alive"
        beat.touch()
        last = beat.stat().st_mtime - silent_s
        os.utime(beat, (last, last))
    result = run(tmp_path, "doctor", "--running")

    assert result.exit_code == status
    assert clue in result.output
