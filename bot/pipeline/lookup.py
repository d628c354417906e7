"""Which articles are stored already: asked for by many sources at once, looked up together."""

import asyncio
from collections.abc import Collection
from dataclasses import dataclass, field

from bot.models import ArticleId
from bot.ports import Library


@dataclass(slots=True)
class _Round:
    """What is asked in one look; `stored` is its answer."""

    asked: set[ArticleId] = field(default_factory=set)
    stored: frozenset[ArticleId] | None = None


class Lookup:
    """Asks the library once for all who ask while an earlier look is under way.

    A look costs the database some milliseconds, however little is asked.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._looking = asyncio.Lock()
        self._next = _Round()

    async def known(self, articles: Collection[ArticleId]) -> frozenset[ArticleId]:
        """Return those of `articles` that are stored.

        Raises:
            StoreError: the database is unusable.
        """
        ours = self._next
        ours.asked.update(articles)
        async with self._looking:
            stored = await self._stored(ours)
        return stored.intersection(articles)

    async def _stored(self, ours: _Round) -> frozenset[ArticleId]:
        """Return the answer of a round, which the first of those who wait for it gets for all."""
        if ours.stored is None:
            if ours is self._next:
                self._next = _Round()
            ours.stored = await self._library.known(ours.asked)
        return ours.stored
