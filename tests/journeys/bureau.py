"""A whole desk on the sample newsroom: every part real, the clock in the test's hand."""

import io
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rich.console import Console

from adapters.console import Terminal
from bot.app import App, opened
from bot.config import Settings
from bot.models import Article, Ask, Message, Reply, Source
from bot.newsroom import OPENING, SampleNewsroom
from bot.schedule.clock import ShiftedClock

WIDE = 10_000
"""Columns of a terminal that breaks no line, so that sentences stay whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bureau:
    """A desk that is open, the newsroom that it reads, and the hand on their clock."""

    app: App
    clock: ShiftedClock
    newsroom: SampleNewsroom
    terminal: Terminal
    screen: io.StringIO

    async def gather(self) -> None:
        """Visit every source, due or not."""
        await self.app.pipeline.gather(await self.app.store.sources.all())

    async def gather_at(self, moment: datetime) -> None:
        """Let it be later, and visit every source."""
        self.clock.advance(moment - self.clock.now())
        await self.gather()

    async def ask(self, line: str) -> Reply:
        """Ask as the operator in the terminal."""
        ask = Ask(line=line, actor=self.terminal.operator, channel=self.terminal.channel)
        return await self.app.catalogue.answer(ask)

    async def answered(self, line: str) -> str:
        """Ask as the operator, and return what the terminal shows."""
        return self.shown((await self.ask(line)).message)

    def shown(self, message: Message) -> str:
        """Return what the terminal shows of a message."""
        self.screen.seek(0)
        self.screen.truncate()
        self.terminal.show(message)
        return self.screen.getvalue()

    async def articles(self) -> tuple[Article, ...]:
        """Return every article that the desk has stored."""
        since = datetime.fromisoformat("2026-01-01T00:00:00+00:00")
        stories = await self.app.store.library.stories(since=since, audience=None)
        return tuple(article for story in stories for article in story.articles)


@asynccontextmanager
async def bureau(  # noqa: PLR0913 — a builder has a default for everything
    home: Path,
    *,
    at: datetime = OPENING,
    store: str = "memory",
    platforms: Mapping[str, Mapping[str, object]] | None = None,
    environment: Mapping[str, str] | None = None,
    sources: Sequence[Source] | None = None,
    allow: Sequence[str] = (),
    condense: Mapping[str, object] | None = None,
) -> AsyncIterator[Bureau]:
    """Open a desk on the newsroom, or on `sources`; nothing is gathered yet.

    `allow` are private addresses that may be fetched besides the newsroom's own, `condense` is
    the table of the settings.
    """
    clock = ShiftedClock(at)
    async with SampleNewsroom(clock) as newsroom:
        settings = Settings.model_validate(
            {
                "home": str(home),
                "store": {"use": store},
                "fetch": {"allow_private": (newsroom.authority, *allow), "pause_s": 0},
                "condense": dict(condense or {}),
                "platforms": {name: dict(own) for name, own in (platforms or {}).items()},
            }
        )
        read = newsroom.sources if sources is None else sources
        async with opened(settings, environment or {}, clock=clock, sources=read) as app:
            screen = io.StringIO()
            console = Console(file=screen, width=WIDE, highlight=False, emoji=False, markup=False)
            yield Bureau(
                app=app,
                clock=clock,
                newsroom=newsroom,
                terminal=Terminal(app.tools, console=console),
                screen=screen,
            )
