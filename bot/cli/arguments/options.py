"""Arguments that several commands share."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

Addresses = Annotated[list[str], typer.Argument(help="Files, folders or web addresses.")]
Articles = Annotated[Path, typer.Argument(help="Articles, one JSON object a line; - for a pipe.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]


class Format(StrEnum):
    """How a briefing is printed."""

    TEXT = "text"
    JSON = "json"
    SLACK = "slack"
    DISCORD = "discord"
    HTML = "html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What was said before the command's name: the configuration file and how to log."""

    config: Path | None = None
    log_level: str | None = None


def chosen(context: typer.Context) -> Chosen:
    """Return what was said before the command's name."""
    return context.find_object(Chosen) or Chosen()
