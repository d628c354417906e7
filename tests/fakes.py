"""Fakes at the ports: they need no network, and keep what they were asked."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.errors import ExtractError, FetchError, SourceError, StatusError, WorkError
from bot.models import (
    Article,
    ArticleId,
    Delivery,
    Entry,
    Message,
    Page,
    Reading,
    Receipt,
    Source,
    Visit,
)
from bot.ports.work import Result
from bot.text.ids import article_name
from bot.text.plain import plain_text
from tests.builders import NOW


@dataclass(slots=True)
class FixedClock:
    """Stands still until it is moved on; waiting moves it on at once."""

    at: datetime = NOW

    def now(self) -> datetime:
        """Return the instant it stands at."""
        return self.at

    def advance(self, duration: timedelta) -> None:
        """Move on."""
        self.at += duration

    async def sleep(self, duration: timedelta) -> None:
        """Move on by `duration` without waiting."""
        self.at += max(duration, timedelta(0))
        await asyncio.sleep(0)


@dataclass(slots=True)
class FakeFetcher:
    """Gives the page kept for an address; any other is not there."""

    pages: dict[str, Page | FetchError] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    async def fetch(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Page | None:
        """Return the page kept for the address, or raise the error kept for it."""
        del etag, last_modified
        self.asked.append(url)
        found = self.pages.get(url, StatusError(url, 404, "404: the page is not there"))
        if isinstance(found, FetchError):
            raise found
        return found


@dataclass(slots=True)
class FakeReader:
    """Offers the readings kept for addresses; what is kept as an exception is raised."""

    readings: dict[str, Reading | Exception] = field(default_factory=dict)
    found: dict[str, Source] = field(default_factory=dict)
    visits: list[Visit | None] = field(default_factory=list)

    def offer(self, address: str, *entries: Entry) -> None:
        """Keep what the source at an address offers."""
        self.readings[address] = Reading(entries=entries, etag=f"v{len(self.visits)}")

    async def read(self, source: Source, visit: Visit | None = None) -> Reading:
        """Return the reading kept for the source's address."""
        self.visits.append(visit)
        return self._reading(source.address)

    async def discover(self, address: str, *, itself: bool = False) -> tuple[Source, Reading]:
        """Return the source kept for an address."""
        del itself
        if address not in self.found:
            raise SourceError(address, "no feed is there")
        return self.found[address], self._reading(address)

    def _reading(self, address: str) -> Reading:
        reading = self.readings.get(address, Reading())
        if isinstance(reading, Exception):
            raise reading
        return reading


@dataclass(slots=True)
class BusyWorkers:
    """Never get done with anything, and keep what it was about."""

    transient: bool = False
    asked: list[str] = field(default_factory=list)

    async def call(self, work: Callable[[], Result], *, about: str, within: timedelta) -> Result:
        """Give up at once."""
        del work
        self.asked.append(about)
        problem = f"takes longer than {within.total_seconds():g} s to read"
        raise WorkError(about, problem, transient=self.transient)


class PlainExtractor:
    """Takes a page's bytes, or an entry's own text, for the article as it stands."""

    def extract(
        self,
        entry: Entry,
        page: Page | None,
        *,
        parts: Sequence[Page] = (),
        source: Source,
        fetched_at: datetime,
    ) -> Article:
        """Return the article; an empty one is none."""
        own = page.body.decode() if page else entry.content or entry.summary
        text = "\n\n".join([own, *(one.body.decode() for one in parts)])
        if not text:
            raise ExtractError(entry.url, "there is no article in it")
        return Article(
            id=ArticleId(
                article_name(source.audience, source.id, url=entry.own_url, entry=entry.id)
            ),
            source=source.id,
            outlet=source.name,
            url=entry.url,
            title=entry.title,
            text=text,
            fetched_at=fetched_at,
            published_at=entry.published_at,
            language="en",
            audience=source.audience,
        )


@dataclass(slots=True)
class RecordingSender:
    """Keeps what it was given to send. `outcomes` are raised one a try, None for none."""

    platform: str = "slack"
    outcomes: list[Exception | None] = field(default_factory=list)
    is_stuck: bool = False
    blocks_a_part: int = 100
    sent: list[Delivery] = field(default_factory=list)

    def parts(self, message: Message) -> tuple[Message, ...]:
        """Cut the message after so many blocks."""
        size = self.blocks_a_part
        rows = [message.blocks[at : at + size] for at in range(0, len(message.blocks), size)]
        return tuple(replace(message, blocks=row) for row in rows)

    async def send(self, delivery: Delivery) -> Receipt:
        """Keep the delivery, or fail as told."""
        if self.is_stuck:
            await asyncio.Event().wait()
        outcome = self.outcomes.pop(0) if self.outcomes else None
        if outcome is not None:
            raise outcome
        self.sent.append(delivery)
        return Receipt(message_id=f"m{len(self.sent)}", at=delivery.due_at)

    @property
    def texts(self) -> list[str]:
        """What was sent, as plain text."""
        return [plain_text(one.message) for one in self.sent]
