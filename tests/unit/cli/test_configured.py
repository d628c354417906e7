"""Promises of `bot.cli.configured`: which settings are in force, and how much is logged."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
import structlog

from bot.cli.arguments.options import Chosen
from bot.cli.configured import environment, level_of, set_up_logs, settings_of
from bot.config import Settings
from bot.errors import ConfigError

CHATS: Mapping[str, object] = {"platforms": {"slack": {}}}
LOUD: Mapping[str, object] = {"desk": {"log_level": "INFO"}}
LEVELS = [
    ({}, "ERROR"),
    ({"platforms": {"console": {}}}, "ERROR"),
    (CHATS, "INFO"),
    (LOUD, "INFO"),
    ({"desk": {"log_level": "DEBUG"}}, "DEBUG"),
    ({**CHATS, "desk": {"log_level": "WARNING"}}, "WARNING"),
]


@pytest.mark.parametrize(("tables", "level"), LEVELS, ids=str)
def test_a_terminal_alone_is_quiet(tables: Mapping[str, object], level: str) -> None:
    """Unless the operator asked for more; with chat platforms nobody sits in between."""
    assert level_of(Settings.model_validate(tables)) == level


def logged(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Log a line of each level and return those that came."""
    log = structlog.get_logger()
    log.debug("one.debug")
    log.info("one.info")
    log.error("one.error")
    lines = capsys.readouterr().err.splitlines()
    return [word for line in lines for word in line.replace('"', " ").split() if "one." in word]


@pytest.mark.parametrize(
    ("toml", "level", "quiet", "came"),
    [
        ("", None, True, ["one.error"]),
        ("", None, False, ["one.error"]),
        ("", "INFO", True, ["one.info", "one.error"]),
        ('desk.log_level = "INFO"', None, True, ["one.error"]),
        ('desk.log_level = "INFO"', None, False, ["one.info", "one.error"]),
        ('desk.log_level = "INFO"', "debug", False, ["one.debug", "one.info", "one.error"]),
        ("[platforms.slack]", None, False, ["one.info", "one.error"]),
    ],
)
def test_the_log_is_as_loud_as_asked(  # noqa: PLR0913 (a row of the table, and its fixtures)
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    *,
    toml: str,
    level: str | None,
    quiet: bool,
    came: list[str],
) -> None:
    """The command line goes before the file; the file is about desks that run."""
    config = tmp_path / "desk.toml"
    config.write_text(toml, "utf-8")
    settings_of(Chosen(config=config, log_level=level), quiet=quiet)

    assert logged(capsys) == came


def test_a_log_for_machines_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    """One object a line, a traceback in it."""
    set_up_logs("INFO", as_json=True)
    try:
        raise ValueError("of no value")
    except ValueError:
        structlog.get_logger().exception("loop.failed", loop="gather")

    row = json.loads(capsys.readouterr().err)
    assert (row["event"], row["loop"], row["level"]) == ("loop.failed", "gather", "error")
    assert "of no value" in row["exception"]


def test_a_level_that_is_none_is_named() -> None:
    """With those there are."""
    with pytest.raises(ConfigError, match="'LOUD' is none of DEBUG, INFO, WARNING, ERROR"):
        set_up_logs("LOUD", as_json=False)


@pytest.mark.parametrize(
    ("zone", "known"),
    [("Europe/Rome", "Europe/Rome"), ("UTC", "UTC"), ("Europe/Nowhere", "Europe/Nowhere")],
)
def test_the_zone_of_the_environment_stands(
    monkeypatch: pytest.MonkeyPatch, zone: str, known: str
) -> None:
    """Even one that does not exist: it is for others to refuse."""
    monkeypatch.setenv("TZ", zone)

    assert environment()["TZ"] == known


def test_without_one_the_machine_s_own_zone_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the name that people know."""
    monkeypatch.delenv("TZ", raising=False)

    assert not environment()["TZ"].startswith("Etc/U")
