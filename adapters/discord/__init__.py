"""The Discord platform."""

from collections.abc import Mapping

from adapters.discord.port import Discord, invitation
from adapters.discord.rendering import parts, payload
from adapters.discord.settings import parsed
from bot.models import Message
from bot.ports import Tools

__all__ = ["Discord", "create", "invitation", "payload", "payloads"]


def create(settings: Mapping[str, object], tools: Tools) -> Discord:
    """Return the Discord platform. One per process: discord.py keeps its addresses on classes.

    Raises:
        ConfigError: a setting is wrong. A missing token is said by `listen` and `faults`.
    """
    return Discord(settings=parsed(settings, tools.environment), tools=tools)


def payloads(message: Message) -> list[dict[str, object]]:
    """Return the JSON objects that a message is posted as, one a part."""
    return [payload(part) for part in parts(message)]
