"""The terminal speaks and hears: standard output, and a prompt or a pipe."""

import sys

from rich.console import Console

from adapters.console.lines import Lines, PipedLines
from adapters.console.rendering import Renderer, buttons_of
from bot.models import (
    Actor,
    Ask,
    Button,
    Channel,
    ChannelId,
    Delivery,
    Message,
    Receipt,
    Reply,
    WorkspaceId,
)
from bot.ports import Catalogue, Tools

TERMINAL = Channel(
    id=ChannelId("console:terminal"),
    platform="console",
    workspace=WorkspaceId("console:terminal"),
    address="terminal",
    name="terminal",
    is_direct=True,
)

PROMPT = "newsdesk> "
WIDEST = 100
"""Columns of a line: longer ones are hard to read, however wide the terminal is."""

FAREWELLS = frozenset({"quit", "exit", "bye", "q"})


class Terminal:
    """The platform that needs no account: what is said is printed, what is typed is asked."""

    platform = "console"
    channel = TERMINAL

    def __init__(
        self, tools: Tools, *, console: Console | None = None, lines: Lines | None = None
    ) -> None:
        self._tools = tools
        self._given = lines
        self._console = console or Console(highlight=False, emoji=False, markup=False)
        self._buttons: tuple[Button, ...] = ()

    def parts(self, message: Message) -> tuple[Message, ...]:
        """Return the message whole: a terminal has no limit."""
        return (message,)

    async def send(self, delivery: Delivery) -> Receipt:
        """Print the message."""
        self.show(delivery.message)
        return Receipt(message_id=delivery.nonce, at=self._tools.clock.now())

    def show(self, message: Message) -> None:
        """Print a message, with numbers to type for its buttons."""
        self._buttons = buttons_of(message) or self._buttons
        screen = self._console
        renderer = Renderer(shows_addresses=not screen.is_terminal)
        # A pipe gets every sentence on one line, for those who search or cut it.
        screen.print(
            renderer.message(message),
            soft_wrap=not screen.is_terminal,
            width=min(screen.width, WIDEST) if screen.is_terminal else None,
        )

    async def listen(self, catalogue: Catalogue) -> None:
        """Answer what is typed until it ends, by Ctrl-D, `/quit` or the end of the pipe."""
        lines = self._lines(catalogue)
        typed = await lines.read(PROMPT)
        while typed is not None and typed.strip().lstrip("/").lower() not in FAREWELLS:
            typed = await self._answer(typed, catalogue, lines)

    async def agrees(self, question: str) -> bool:
        """Ask yes or no. Return alone is a yes, and so it is taken when nobody types."""
        if self._given is not None:
            return (await self._given.answer(f"{question} [Y/n] ")).agreed
        if not sys.stdin.isatty():
            self._console.print(f"{question} Taken as yes, since nobody types here.", style="dim")
            return True
        from adapters.console.prompt import asked

        return (await asked(f"{question} [Y/n] ")).agreed

    async def _answer(self, typed: str, catalogue: Catalogue, lines: Lines) -> str | None:
        """Answer one line and return the next."""
        if not typed.strip():
            return await lines.read(PROMPT)
        reply = await catalogue.answer(self._ask(self._pressed(typed)))
        self._say(reply)
        if reply.confirm is None:
            return await lines.read(PROMPT)
        said = await lines.answer(f"{reply.confirm.label}? [Y/n] ")
        if said.agreed:
            self._say(await catalogue.answer(self._ask(reply.confirm.line)))
        else:
            self._console.print("Not confirmed: nothing was changed.\n")
        return await lines.read(PROMPT) if said.line is None else said.line

    def _say(self, reply: Reply) -> None:
        """Print an answer; what would be announced to a channel the asker knows already."""
        self.show(reply.message)

    def _pressed(self, typed: str) -> str:
        """Return the line of the button whose number was typed, or what was typed."""
        key = typed.strip()
        if key.isascii() and key.isdigit() and 1 <= int(key) <= len(self._buttons):
            return self._buttons[int(key) - 1].line
        return typed

    def _ask(self, line: str) -> Ask:
        return Ask(line=line, actor=self.operator, channel=TERMINAL)

    @property
    def operator(self) -> Actor:
        """Whoever sits here: it is their machine, so they may do everything."""
        name = self._tools.environment.get("USER", "operator")
        return Actor(id="console:operator", name=name, may_manage=True, zone=self._zone())

    def _zone(self) -> str | None:
        """Return the zone that the environment names; the desk's own stands in for none."""
        return self._tools.environment.get("TZ") or None

    def _lines(self, catalogue: Catalogue) -> Lines:
        if self._given is not None:
            return self._given
        if not sys.stdin.isatty():
            return PipedLines()
        from adapters.console.prompt import TypedLines

        return TypedLines(catalogue, TERMINAL, self._tools.home)
