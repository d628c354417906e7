"""What each channel was told, and why."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Row, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.models import (
    ArticleId,
    ChannelId,
    DeliveryKey,
    Reason,
    StoryId,
    Told,
    Verdict,
)
from bot.store.database import Database
from bot.store.dialect import capped, in_lots, replace_rows
from bot.store.finishing import finishing
from bot.store.schema import told, verdicts
from bot.store.stories import former_ids, kept_ids

MAX_VERDICTS = 500


@finishing
class SqlLedger:
    """Rows carry the id that the story had when it was told; merges are followed when reading."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def told(
        self, channel: ChannelId, stories: Collection[StoryId]
    ) -> Mapping[StoryId, Told]:
        """Return what the channel was told of these stories; untold ones are left out."""
        async with self._database.reading() as connection:
            kept = await kept_ids(connection, stories)
            former = await former_ids(connection, set(kept.values()))
            found: dict[StoryId, Told] = {}
            for row in await _rows_told(connection, channel, list(former)):
                story = former[StoryId(row.story)]
                found[story] = _added(found.get(story), story, row)
        return {
            story: replace(found[now], story=story) for story, now in kept.items() if now in found
        }

    async def tellings(self, channel: ChannelId, story: StoryId) -> tuple[Told, ...]:
        """Return each time the channel was told of the story, or it was passed over."""
        async with self._database.reading() as connection:
            kept = await kept_ids(connection, [story])
            former = await former_ids(connection, kept.values())
            rows = await _rows_told(connection, channel, list(former))
        return tuple(_added(None, story, row) for row in rows)

    async def verdict(self, channel: ChannelId, story: StoryId) -> Verdict | None:
        """Return the last verdict on the story, under any id it had, or None."""
        async with self._database.reading() as connection:
            kept = await kept_ids(connection, [story])
            former = await former_ids(connection, kept.values())
            query = (
                select(verdicts)
                .where(verdicts.c.channel == channel, verdicts.c.story.in_(list(former)))
                .order_by(verdicts.c.at.desc())
                .limit(1)
            )
            row = (await connection.execute(query)).first()
        return replace(_to_verdict(row), story=story) if row else None

    async def verdicts(self, channel: ChannelId, *, limit: int = 20) -> tuple[Verdict, ...]:
        """Return the channel's latest verdicts, newest first; at most 500.

        Of one moment's verdicts, those on what was told come first.
        """
        query = (
            select(verdicts)
            .where(verdicts.c.channel == channel)
            .order_by(
                verdicts.c.at.desc(),
                (verdicts.c.reason == Reason.TOLD.value).desc(),
                verdicts.c.story,
            )
            .limit(capped(limit, MAX_VERDICTS))
        )
        async with self._database.reading() as connection:
            return tuple(_to_verdict(row) for row in await connection.execute(query))

    async def tell(self, channel: ChannelId, told: Sequence[Told]) -> None:
        """Record what the channel was told in an answer; nothing ever takes it back."""
        async with self._database.writing() as connection:
            await record_told(connection, channel, None, told)

    async def note(self, channel: ChannelId, verdicts: Sequence[Verdict]) -> None:
        """Replace the channel's verdicts on these stories."""
        async with self._database.writing() as connection:
            await record_verdicts(connection, channel, verdicts)


async def record_told(
    connection: AsyncConnection, channel: ChannelId, key: DeliveryKey | None, news: Sequence[Told]
) -> None:
    """Write what the briefing `key`, or an answer, tells the channel."""
    if not news:
        return
    await connection.execute(
        insert(told),
        [
            {
                "channel": channel,
                "story": one.story,
                "key": key,
                "articles": tuple(sorted(one.articles)),
                "sentences": one.sentences,
                "at": one.at,
            }
            for one in news
        ],
    )


async def take_back(
    connection: AsyncConnection, key: DeliveryKey, stories: Collection[StoryId] | None = None
) -> None:
    """Forget what the briefing `key` told of these stories, or all of it: it never arrived."""
    if stories is None:
        await connection.execute(delete(told).where(told.c.key == key))
        return
    for lot in in_lots(list(stories)):
        await connection.execute(delete(told).where(told.c.key == key, told.c.story.in_(lot)))


async def record_verdicts(
    connection: AsyncConnection, channel: ChannelId, given: Sequence[Verdict]
) -> None:
    """Replace the channel's verdicts on the stories of `given`.

    What is not about the topics of one briefing may have been told in another.
    """
    others = [one.story for one in given if one.reason is Reason.NOT_ABOUT]
    kept = await _those_told(connection, channel, others)
    rows = [
        {
            "channel": channel,
            "story": verdict.story,
            "reason": verdict.reason.value,
            "detail": verdict.detail,
            "at": verdict.at,
        }
        for verdict in given
        if verdict.story not in kept
    ]
    await replace_rows(connection, verdicts, rows)


async def _those_told(
    connection: AsyncConnection, channel: ChannelId, stories: Sequence[StoryId]
) -> frozenset[StoryId]:
    """Return those of `stories` whose last verdict is that they were told."""
    found: set[StoryId] = set()
    for lot in in_lots(stories):
        query = select(verdicts.c.story).where(
            verdicts.c.channel == channel,
            verdicts.c.story.in_(lot),
            verdicts.c.reason == Reason.TOLD.value,
        )
        found.update(StoryId(row.story) for row in await connection.execute(query))
    return frozenset(found)


async def _rows_told(
    connection: AsyncConnection, channel: ChannelId, stories: Sequence[StoryId]
) -> list[Row[Any]]:
    rows: list[Row[Any]] = []
    for lot in in_lots(stories):
        query = (
            select(told)
            .where(told.c.channel == channel, told.c.story.in_(lot))
            .order_by(told.c.number)
        )
        rows.extend(await connection.execute(query))
    return sorted(rows, key=lambda row: int(row.number))


def _to_verdict(row: Row[Any]) -> Verdict:
    return Verdict(
        story=StoryId(row.story), reason=Reason(row.reason), detail=row.detail, at=row.at
    )


def _added(before: Told | None, story: StoryId, row: Row[Any]) -> Told:
    """Return what was told with one more row: each sentence once, and the time of the last."""
    articles = frozenset(ArticleId(article) for article in row.articles)
    if before is None:
        return Told(story=story, articles=articles, sentences=row.sentences, at=row.at)
    return Told(
        story=story,
        articles=before.articles | articles,
        sentences=tuple(dict.fromkeys((*before.sentences, *row.sentences))),
        at=max(before.at, row.at),
    )
