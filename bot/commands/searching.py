"""Asks the search sources about a topic that the desk's own sources do not cover."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta

from bot.commands.desk import Desk, audience
from bot.errors import SourceError
from bot.fetch.queries import asked, host_of
from bot.models import Article, ArticleId, Channel, Entry, Source, SourceId, Topic
from bot.schedule.visits import article_id

WITHIN = timedelta(seconds=5)
"""How long the asker waits for strangers; what came until then is told."""

MOST_PAGES = 8
"""Articles fetched of one search's answer."""

SEARCH = "search"
"""The kind of source that is asked by topic."""


@dataclass(slots=True)
class Searched:
    """What asking around brought: articles, and what each search that failed is to blame for.

    It is filled while the answers come in, so that what came before time ran out is kept.
    """

    asked: list[Source] = field(default_factory=list)
    answered: set[SourceId] = field(default_factory=set)
    articles: dict[ArticleId, Article] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


async def searched(
    desk: Desk, channel: Channel, topic: Topic, *, within: timedelta = WITHIN
) -> Searched:
    """Ask every search that the channel may see, and file what comes in time for it alone.

    Each answer's articles belong to the workspace that asked: what people look for is theirs.
    """
    found = Searched(asked=await _searches(desk, channel, topic))
    with suppress(TimeoutError):
        async with asyncio.timeout(within.total_seconds()), asyncio.TaskGroup() as group:
            for search in found.asked:
                group.create_task(_ask(desk, search, found))
    late = [one.name for one in found.asked if one.id not in found.answered]
    found.problems += [
        f"{name} did not answer within {within.total_seconds():g} s" for name in late
    ]
    await desk.pipeline.file(tuple(found.articles.values()))
    return found


async def _searches(desk: Desk, channel: Channel, topic: Topic) -> list[Source]:
    place, known = audience(channel), await desk.store.sources.all(channel.workspace)
    searches = [one for one in known if one.kind == SEARCH and not one.paused]
    filled = (asked(replace(one, audience=place), topic) for one in searches)
    return [search for search in filled if search is not None]


async def _ask(desk: Desk, search: Source, found: Searched) -> None:
    """Ask one search, and get the first articles that it names; one that fails is noted."""
    try:
        reading = await desk.reader.read(search)
    except SourceError as error:
        found.problems.append(f"{search.name} failed: {error.problem}")
        found.answered.add(search.id)
        return
    found.answered.add(search.id)
    async with asyncio.TaskGroup() as group:
        for entry in await _unknown(desk, search, reading.entries):
            group.create_task(_get(desk, search, entry, found))


async def _unknown(desk: Desk, search: Source, entries: Sequence[Entry]) -> list[Entry]:
    names = {article_id(search, entry): entry for entry in entries}
    known = await desk.store.library.known(names.keys())
    return [entry for name, entry in names.items() if name not in known][:MOST_PAGES]


async def _get(desk: Desk, search: Source, entry: Entry, found: Searched) -> None:
    """Get one article. Its outlet is the site that it is on: the search wrote none of it."""
    site = replace(search, name=host_of(entry.url) or search.name)
    for article in await desk.pipeline.articles(site, [entry]):
        found.articles[article.id] = article
