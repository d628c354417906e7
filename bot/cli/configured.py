"""Settings and logs as a command was given them."""

import logging
import os
import sys
from collections.abc import Mapping
from zoneinfo import ZoneInfoNotFoundError

import structlog
from tzlocal import get_localzone_name

from bot.app import TERMINAL
from bot.cli.arguments.options import Chosen
from bot.config import Settings, load
from bot.errors import ConfigError

QUIETLY = "ERROR"
"""The log level beside output that people read."""

UTC_NAMES = frozenset({"Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu", "UCT", "Zulu"})
"""What machines without a zone of their own call it; people know it by one name."""


def settings_of(chosen: Chosen, *, quiet: bool) -> Settings:
    """Return the settings in force, with logging set up as they say.

    `quiet` commands log errors only, unless the command line asks for more: their output is for
    reading.

    Raises:
        ConfigError: a setting is wrong.
    """
    set_up_logs(chosen.log_level or QUIETLY, as_json=False)
    settings = load(chosen.config, environment())
    level = chosen.log_level or (QUIETLY if quiet else level_of(settings))
    set_up_logs(level, as_json=settings.desk.log_json)
    return settings


def level_of(settings: Settings) -> str:
    """Return how much a running desk logs: as set; errors only beside the terminal alone.

    Somebody reads there, and is told in words what a log line would say again.
    """
    is_set = "log_level" in settings.desk.model_fields_set
    chats = settings.platforms.keys() - {TERMINAL}
    return settings.desk.log_level if is_set or chats else QUIETLY


def environment() -> Mapping[str, str]:
    """Return the process's environment: read here alone, handed down from here.

    Where it does not name the zone, the machine's own settings do.
    """
    return {"TZ": _zone(), **os.environ}


def _zone() -> str:
    """Return the machine's zone by its IANA name, or "" when it has no such name."""
    try:
        name = get_localzone_name() or ""
    except (ZoneInfoNotFoundError, ValueError):
        return ""
    return "UTC" if name in UTC_NAMES else name


def set_up_logs(level: str, *, as_json: bool) -> None:
    """Send logs to standard error: events and keys, for people or for machines.

    Raises:
        ConfigError: there is no such level.
    """
    number = logging.getLevelNamesMapping().get(level.upper())
    if number is None:
        raise ConfigError("desk.log_level", f"{level!r} is none of DEBUG, INFO, WARNING, ERROR")
    renderer = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if as_json
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(),
            # Without the values of variables: among them are tokens.
            exception_formatter=structlog.dev.plain_traceback,
        )
    )
    exceptions = [structlog.processors.format_exc_info] if as_json else []
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            *exceptions,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(level=max(number, logging.WARNING), stream=sys.stderr, force=True)
