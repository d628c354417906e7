"""Finds stories by words."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from bot.models import Story, Topic, WorkspaceId
from bot.store.database import Database
from bot.store.dialect import capped
from bot.store.finishing import finishing
from bot.store.fulltext import FullText, Match
from bot.store.stories import dated_since, load, newest, seen_by
from bot.text.slips import SHORTEST, nearest
from bot.text.words import fold

MAX_STORIES = 200
RANKED = 50
"""Stories that are put in order as wholes, at least; those are found by their best articles."""
MAX_WORDS = 500
MAX_PREFIX = 40
MAX_SPELT = 20


def ranked(stories: Iterable[Story], matches: Iterable[Match]) -> tuple[Story, ...]:
    """Return stories by how well they fit on the whole, the newest first among equals."""
    fits = {match.story: match for match in matches}
    newest_first = sorted(stories, key=lambda story: (-story.updated_at.timestamp(), story.id))
    return tuple(sorted(newest_first, key=lambda story: -fits[story.id].fit(len(story.articles))))


@finishing
class SqlSearch:
    """The best article of a story speaks for it; a story is always given whole."""

    def __init__(self, database: Database, full_text: FullText) -> None:
        self._database = database
        self._full_text = full_text

    async def search(
        self,
        topic: Topic,
        *,
        since: datetime | None = None,
        audience: WorkspaceId | None,
        limit: int = 50,
    ) -> tuple[Story, ...]:
        """Return stories that have any of the topic's words, best first; at most 200.

        Among equals the newest comes first.
        """
        at_most = capped(limit, MAX_STORIES)
        async with self._database.reading() as connection:
            if topic.is_everything:
                found = await newest(
                    connection,
                    dated_since(since),
                    seen_by(audience),
                    self._full_text.without_excluded(topic),
                    limit=at_most,
                )
                return await load(connection, found, audience)
            matches = await self._full_text.best(
                connection, topic, since=since, audience=audience, limit=max(at_most, RANKED)
            )
            stories = await load(connection, [match.story for match in matches], audience)
        return ranked(stories, matches)[:at_most]

    async def vocabulary(self, prefix: str, *, limit: int = 50) -> tuple[str, ...]:
        """Return words of stored titles that start with `prefix`, commonest first.

        Only of titles that every workspace may see, since it is not said who asks.
        """
        start = fold(prefix).strip()[:MAX_PREFIX]
        async with self._database.reading() as connection:
            return await self._full_text.vocabulary(
                connection, start, limit=capped(limit, MAX_WORDS)
            )

    async def spelling(
        self, words: Sequence[str], *, audience: WorkspaceId | None
    ) -> Mapping[str, str]:
        """Return what those of the first 20 words that no article holds most likely stand for."""
        found: dict[str, str] = {}
        async with self._database.reading() as connection:
            for word in words[:MAX_SPELT]:
                if not SHORTEST <= len(word) <= MAX_PREFIX or not word.isalpha():
                    continue
                if await self._full_text.holds(connection, word, audience):
                    continue
                meant = nearest(word, await self._full_text.near(connection, word))
                if meant:
                    found[word] = meant
        return found
