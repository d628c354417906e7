"""The terminal as a platform: one channel, one reader, the same commands, typed."""

from collections.abc import Mapping

from adapters.console.terminal import TERMINAL, Terminal
from bot.ports import Tools

__all__ = ["TERMINAL", "Terminal", "create"]


def create(settings: Mapping[str, object], tools: Tools) -> Terminal:
    """Return the terminal; it has no settings of its own."""
    del settings
    return Terminal(tools)
