"""Stories out of rows: found, put together, and followed through merges.

Every query here takes the audience. Rows of one workspace never reach another.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.models import (
    EVERYONE,
    Article,
    ArticleId,
    SourceId,
    Story,
    StoryId,
    WorkspaceId,
)
from bot.store.dialect import in_lots
from bot.store.schema import articles, story_aliases

STORIES_AT_ONCE = 50
"""Stories made of rows before others have a turn: about 150 articles, a few milliseconds."""

ROWS_AT_ONCE = 500


def seen_by(audience: WorkspaceId | None) -> ColumnElement[bool]:
    """Return the condition on articles that `audience` may see; every one for None."""
    return true() if audience is None else articles.c.audience.in_([EVERYONE, audience])


def dated_since(since: datetime | None) -> ColumnElement[bool]:
    """Return the condition on articles that they are dated since; any date for None."""
    return true() if since is None else articles.c.dated_at >= since


async def kept_ids(
    connection: AsyncConnection, stories: Collection[StoryId]
) -> dict[StoryId, StoryId]:
    """Return the story that each of `stories` is now: itself, or what it became part of."""
    kept = {story: story for story in stories}
    for lot in in_lots(list(kept)):
        query = select(story_aliases).where(story_aliases.c.old.in_(lot))
        for row in await connection.execute(query):
            kept[StoryId(row.old)] = StoryId(row.kept)
    return kept


async def former_ids(
    connection: AsyncConnection, stories: Collection[StoryId]
) -> dict[StoryId, StoryId]:
    """Return every id that one of the kept `stories` ever had, with the one it has now."""
    former = {story: story for story in stories}
    for lot in in_lots(list(stories)):
        query = select(story_aliases).where(story_aliases.c.kept.in_(lot))
        for row in await connection.execute(query):
            former[StoryId(row.old)] = StoryId(row.kept)
    return former


async def newest(
    connection: AsyncConnection, *conditions: ColumnElement[bool], limit: int
) -> list[StoryId]:
    """Return the stories of the newest articles that meet the conditions, newest first.

    Articles are read until there are stories enough: grouping them all would read every one.
    """
    found: dict[StoryId, None] = {}
    query = (
        select(articles.c.story)
        .where(*conditions)
        .order_by(articles.c.dated_at.desc(), articles.c.story)
        .execution_options(yield_per=ROWS_AT_ONCE)
    )
    async with connection.stream(query) as rows:
        async for row in rows:
            if len(found) >= limit:
                break
            found[StoryId(row.story)] = None
    return list(found)


async def load(
    connection: AsyncConnection, stories: Sequence[StoryId], audience: WorkspaceId | None
) -> tuple[Story, ...]:
    """Return those of `stories` that can be seen, in the order given, with all their articles."""
    members: dict[str, list[Article]] = {}
    for lot in in_lots(stories, STORIES_AT_ONCE):
        query = (
            select(articles)
            .where(articles.c.story.in_(lot), seen_by(audience))
            .order_by(articles.c.dated_at, articles.c.id)
        )
        for row in await connection.execute(query):
            members.setdefault(row.story, []).append(_to_article(row))
    return tuple(
        Story(id=story, articles=tuple(members[story])) for story in stories if story in members
    )


def rows_of(found: Iterable[Article], placed: Mapping[ArticleId, StoryId]) -> list[dict[str, Any]]:
    """Return articles as rows of the table, each with the story it is placed in."""
    return [
        {
            "id": article.id,
            "story": placed[article.id],
            "source": article.source,
            "outlet": article.outlet,
            "url": article.url,
            "title": article.title,
            "text": article.text,
            "fetched_at": article.fetched_at,
            "bylines": article.bylines,
            "published_at": article.published_at,
            "updated_at": article.updated_at,
            "dated_at": article.dated_at,
            "language": article.language,
            "agencies": article.agencies,
            "audience": article.audience,
            "section": article.section,
            "dateline": article.dateline,
            "picture": article.picture,
            "is_walled": article.is_walled,
            "posts": article.posts,
            "owner": article.owner,
        }
        for article in found
    ]


def _to_article(row: Row[Any]) -> Article:
    return Article(
        id=ArticleId(row.id),
        source=SourceId(row.source),
        outlet=row.outlet,
        url=row.url,
        title=row.title,
        text=row.text,
        fetched_at=row.fetched_at,
        bylines=row.bylines,
        published_at=row.published_at,
        updated_at=row.updated_at,
        language=row.language,
        agencies=row.agencies,
        audience=WorkspaceId(row.audience),
        section=row.section or "",
        dateline=row.dateline or "",
        picture=row.picture or "",
        is_walled=bool(row.is_walled),
        posts=row.posts or (),
        owner=row.owner or "",
    )
