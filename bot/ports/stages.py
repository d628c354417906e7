"""The stages of the journey: from a page to a summary."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol, runtime_checkable

from bot.models import (
    Article,
    Budget,
    Entry,
    Grouping,
    Page,
    Reading,
    Source,
    Story,
    Summary,
    Told,
    Visit,
)


class Fetcher(Protocol):
    """Gets pages from strangers: capped, timed, never from a private network."""

    async def fetch(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Page | None:
        """Return the page, or None when the server says it has not changed.

        Raises:
            FetchError: the page cannot be had.
        """
        ...


class Poster(Protocol):
    """Sends forms to strangers: capped, timed, never into a private network."""

    async def post(self, url: str, form: Mapping[str, str]) -> None:
        """Return when the form was taken. Not repeatable but by agreement with who takes it.

        Raises:
            FetchError: it is not taken, or nobody is there.
        """
        ...


class Reader(Protocol):
    """Reads sources of every kind."""

    async def read(self, source: Source, visit: Visit | None = None) -> Reading:
        """Return what the source offers now, in its own order; conditional on the last visit.

        Raises:
            SourceError: the source cannot be read.
        """
        ...

    async def discover(self, address: str, *, itself: bool = False) -> tuple[Source, Reading]:
        """Return the source that `address` leads to, and what it offers.

        A feed is itself, a page that names a feed is that feed, an article page is itself; a
        path is a file or a folder. Local paths are for the operator: chat commands refuse them.
        With `itself` an article page is itself even if it names its site's feed.

        Raises:
            SourceError: nothing readable is there.
        """
        ...


class Extractor(Protocol):
    """Gets the article out of a page. Pure: given the same page it gives the same article."""

    def extract(
        self,
        entry: Entry,
        page: Page | None,
        *,
        parts: Sequence[Page] = (),
        source: Source,
        fetched_at: datetime,
    ) -> Article:
        """Return the article that `entry` announces, from its page or from the entry alone.

        `parts` are pages on which the article goes on, in order, or another version of its page.
        Its id is the one that the entry is known by beforehand (`bot.text.ids.article_name`),
        its audience the source's.

        Raises:
            ExtractError: there is no article in it.
        """
        ...


class Grouper(Protocol):
    """Finds out which articles are about one event. Pure."""

    def group(self, articles: Sequence[Article], stories: Sequence[Story]) -> Grouping:
        """Place new articles into the known live stories or into new ones."""
        ...


class Embedder(Protocol):
    """Turns texts into directions of meaning. Pure: the same text is the same vector."""

    def embed(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        """Return a vector of length one for each text, in order, all of one size."""
        ...


class Condenser(Protocol):
    """Tells a story short."""

    async def condense(self, story: Story, *, budget: Budget, told: Told | None = None) -> Summary:
        """Return a summary whose every sentence cites articles of the story.

        With `told`, only what those sentences do not say, each marked as new; no sentences
        when there is nothing new.

        Raises:
            CondenseError: this condenser cannot; the caller may try another.
        """
        ...


@runtime_checkable
class Rationed(Protocol):
    """A condenser that may do only so much for one briefing."""

    def for_briefing(self) -> Condenser:
        """Return the condenser for the stories of one briefing; each call begins a new ration."""
        ...


@runtime_checkable
class Closing(Protocol):
    """A part that holds something open and lets go of it at the end."""

    async def close(self) -> None:
        """Let go of it. May be repeated."""
        ...
