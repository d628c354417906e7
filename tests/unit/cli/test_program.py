"""Promises of `bot.cli.program`: help is quick, and the exit status says how it went."""

import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.program import program

COMMANDS = (
    *("run", "chat", "demo", "brief", "latest", "search", "why", "gather", "subscriptions"),
    *("read", "extract", "group", "condense", "check", "config", "doctor", "source", "digest"),
)

HEAVY = "bot.app bot.config sqlalchemy aiohttp rich.console trafilatura structlog"
LOADED = f"""
import sys
from typer.testing import CliRunner
from bot.cli.program import program
for line in (["--help"], ["--version"], ["latest", "--help"], ["source", "list", "--help"], ["x"]):
    CliRunner().invoke(program, line)
print(sorted(set({HEAVY.split()!r}) & sys.modules.keys()))
"""


def ended(*line: str) -> tuple[int, str]:
    """Return a command's exit status and all that it printed."""
    result = CliRunner().invoke(program, line)
    return result.exit_code, result.output


def test_help_loads_nothing_of_the_desk() -> None:
    """Neither do the version, a command's own help and a word that is no command."""
    child = subprocess.run(  # noqa: S603 — our own words
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True
    )

    assert child.stdout.strip() == "[]"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    """In the list of commands and by itself."""
    assert command in ended("--help")[1]
    assert ended(command, "--help")[0] == 0


def test_the_version_is_the_package_s() -> None:
    """Nothing else is printed."""
    assert ended("--version") == (0, f"newsdesk {version('newsdesk')}\n")


@pytest.mark.parametrize(
    "line",
    [
        ["nonsense"],
        ["latest", "--count", "99"],
        ["search"],
        ["brief", "--format", "telegram"],
        ["digest", "next"],
        ["digest", "next", "--time", "25"],
        ["digest", "next", "--time", "08:00", "--zone", "Moon"],
        ["digest", "next", "--time", "08:00", "--after", "soon"],
        ["--config", "no/such.toml", "latest"],
        ["--log-level", "LOUD", "config"],
        ["group", "no/such.jsonl"],
    ],
    ids=" ".join,
)
def test_what_is_typed_wrong_ends_with_two(line: Sequence[str]) -> None:
    """And with words, not with a traceback."""
    status, said = ended(*line)

    assert status == 2
    assert said
    assert "Traceback" not in said


def test_a_wrong_setting_is_one_line_that_names_it(tmp_path: Path) -> None:
    """With its file."""
    file = tmp_path / "desk.toml"
    file.write_text("[fetch]\ntimeout_s = -1\n", "utf-8")

    status, said = ended("--config", str(file), "config")

    assert status == 2
    assert said.count("\n") == 1
    assert str(file) in said
    assert "fetch.timeout_s" in said


def test_schedules_are_told_in_both_zones() -> None:
    """The wall clock stays when the clocks are put back."""
    line = "digest next --time 08:00 --zone Europe/Berlin --after 2026-10-24T00:00:00Z -n 2"

    assert ended(*line.split())[1].splitlines() == [
        '{"local": "2026-10-24T08:00:00+02:00", "utc": "2026-10-24T06:00:00Z"}',
        '{"local": "2026-10-25T08:00:00+01:00", "utc": "2026-10-25T07:00:00Z"}',
    ]
