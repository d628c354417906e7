"""Settings as a command was given them."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import typer

from bot.cli.output import set_up_logs
from bot.config import Settings, load


@dataclass(slots=True)
class Chosen:
    """What was said before the command's name: the configuration file and how to log."""

    config: Path | None = None
    log_level: str | None = None


def settings_of(context: typer.Context, *, quiet: bool = False) -> Settings:
    """Return the settings in force, with logging set up as they say.

    `quiet` commands log errors only, unless the operator asked for more: their output is for
    reading.

    Raises:
        ConfigError: a setting is wrong.
    """
    chosen = context.find_object(Chosen) or Chosen()
    set_up_logs(chosen.log_level or ("ERROR" if quiet else "INFO"), as_json=False)
    settings = load(chosen.config, environment())
    level = chosen.log_level or ("ERROR" if quiet else settings.desk.log_level)
    set_up_logs(level, as_json=settings.desk.log_json)
    return settings


def environment() -> Mapping[str, str]:
    """Return the process's environment: read here alone, handed down from here."""
    return os.environ
