"""The terminal platform, as the command line uses it."""

from typing import Protocol, cast

from bot.app import TERMINAL, App
from bot.models import Actor, Channel, Message
from bot.plugins import load
from bot.ports import Listener, Sender, Tools


class Terminal(Sender, Listener, Protocol):
    """A platform of one channel and one person, who sees at once what is shown."""

    @property
    def channel(self) -> Channel:
        """The one channel."""
        ...

    @property
    def operator(self) -> Actor:
        """The one person."""
        ...

    def show(self, message: Message) -> None:
        """Print a message."""
        ...

    async def agrees(self, question: str) -> bool:
        """Ask the person yes or no; a yes when nobody is there."""
        ...


def terminal(tools: Tools) -> Terminal:
    """Return a terminal; it is found by its name, like every platform."""
    return cast(Terminal, load("adapters", TERMINAL, setting="terminal")({}, tools))


def terminal_of(app: App) -> Terminal:
    """Return the desk's own terminal, or one beside its platforms."""
    own = app.platforms.get(TERMINAL)
    return cast(Terminal, own) if own else terminal(app.tools)
