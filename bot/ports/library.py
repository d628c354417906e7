"""What is kept of what comes in: sources, articles, stories.

Unless a method says otherwise it may be repeated without harm, and each raises `StoreError` when
the database is unusable.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.models import (
    Article,
    ArticleId,
    Grouping,
    Push,
    Skipped,
    Source,
    SourceId,
    Story,
    StoryId,
    Topic,
    Visit,
    WorkspaceId,
)


class Sources(Protocol):
    """The sources of the desk and the state of their visits."""

    async def save(self, source: Source) -> None:
        """Add the source or replace the one of that id. It is due at once when new."""
        ...

    async def remove(self, source: SourceId) -> None:
        """Forget the source and its visits; its articles stay. Unknown ids are no error."""
        ...

    async def all(self, audience: WorkspaceId | None = None) -> tuple[Source, ...]:
        """Return the sources that `audience` may see, or every one for None; by name."""
        ...

    async def visits(self) -> Mapping[SourceId, Visit]:
        """Return the last visit of every source that has been visited."""
        ...

    async def record(self, *visits: Visit) -> None:
        """Replace the sources' last visits in one go; ignored where a source is gone."""
        ...


class Pushes(Protocol):
    """What was agreed with the hubs of sources. It outlives the source, to be ended in order."""

    async def save(self, push: Push) -> None:
        """Add the agreement or replace the one of that token."""
        ...

    async def remove(self, token: str) -> None:
        """Forget the agreement. Unknown tokens are no error."""
        ...

    async def get(self, token: str) -> Push | None:
        """Return the agreement of that token, or None when there is none."""
        ...

    async def all(self) -> tuple[Push, ...]:
        """Return every agreement, by source."""
        ...


class Library(Protocol):
    """Articles and the stories they tell. Known stories live here."""

    async def known(self, articles: Collection[ArticleId]) -> frozenset[ArticleId]:
        """Return those of `articles` that are stored."""
        ...

    async def add(self, articles: Sequence[Article], grouping: Grouping) -> None:
        """Store articles with their stories and apply merges, all or nothing.

        An article whose id is stored already is left as it is.
        """
        ...

    async def stories(
        self, *, since: datetime, audience: WorkspaceId | None, limit: int = 500
    ) -> tuple[Story, ...]:
        """Return stories with an article dated since, newest first, with all their articles.

        Only articles of `EVERYONE` and of `audience` are in them; of everyone for None.
        """
        ...

    async def resurfaced(self, *, since: datetime) -> tuple[Story, ...]:
        """Return stories with an article first seen since and dated before, of every audience."""
        ...

    async def story(self, story: StoryId, audience: WorkspaceId | None) -> Story | None:
        """Return the story, following merges, or None when there is none to be seen."""
        ...

    async def locate(self, reference: str, audience: WorkspaceId | None) -> Story | None:
        """Return the story of an article's id or link, or None.

        Links may carry tracking parameters.
        """
        ...


class SkippedEntries(Protocol):
    """Entries that were met and gave no article. Storing the article forgets its entry here."""

    async def add(self, skipped: Sequence[Skipped]) -> None:
        """Record entries in place of what was known of them, but for those with an article.

        The newest 20,000 are kept.
        """
        ...

    async def find(self, reference: str, audience: WorkspaceId | None) -> Skipped | None:
        """Return the entry of an article's id or of a link, which may carry tracking; or None."""
        ...

    async def newest(
        self, audience: WorkspaceId | None, *, limit: int = 500
    ) -> tuple[Skipped, ...]:
        """Return the entries that were met last, newest first."""
        ...


class Search(Protocol):
    """Finds stories by words. Strangers' words never reach the query language."""

    async def search(
        self,
        topic: Topic,
        *,
        since: datetime | None = None,
        audience: WorkspaceId | None,
        limit: int = 50,
    ) -> tuple[Story, ...]:
        """Return stories that have any of the topic's words, best first. Never raises on words.

        A topic that is everything gives the newest stories.
        """
        ...

    async def vocabulary(self, prefix: str, *, limit: int = 50) -> tuple[str, ...]:
        """Return words of stored titles that start with `prefix` (folded), commonest first."""
        ...

    async def spelling(
        self, words: Sequence[str], *, audience: WorkspaceId | None
    ) -> Mapping[str, str]:
        """Return what the folded `words` that no article holds most likely stand for.

        Words that an article of this audience holds, or that nothing is near to, are left out.
        What only some workspaces may see is never suggested.
        """
        ...
