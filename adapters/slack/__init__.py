"""The Slack platform."""

from collections.abc import Mapping

from adapters.slack.settings import parse
from adapters.slack.workspace import Slack
from bot.ports import Tools

__all__ = ["Slack", "create"]


def create(settings: Mapping[str, object], tools: Tools) -> Slack:
    """Return Slack as `[platforms.slack]` describes it.

    Raises:
        ConfigError: a setting is wrong, or the bot token is not set.
    """
    return Slack(parse(settings, tools.environment), tools.clock)
