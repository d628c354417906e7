"""The Slack platform."""

from collections.abc import Mapping

from adapters.slack.parting import parts
from adapters.slack.rendering import blocks, notification
from adapters.slack.settings import parse
from adapters.slack.workspace import Slack
from bot.models import Message
from bot.ports import Tools

__all__ = ["Slack", "create", "payloads"]


def create(settings: Mapping[str, object], tools: Tools) -> Slack:
    """Return Slack as `[platforms.slack]` describes it.

    Raises:
        ConfigError: a setting is wrong, or the bot token is not set.
    """
    return Slack(parse(settings, tools.environment), tools.clock)


def payloads(message: Message) -> list[dict[str, object]]:
    """Return what chat.postMessage is given for a message, one a part, but for the channel."""
    return [{"text": notification(part), "blocks": blocks(part)} for part in parts(message)]
