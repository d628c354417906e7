"""How well stories of the sample newsroom are found by topics, as floors that only rise.

The stories are the true ones, so that only searching is judged. They are asked for as `/latest`
does it, on the morning after the week.
"""

import json
from collections.abc import AsyncIterator
from datetime import UTC
from pathlib import Path

import pytest

from bot.commands.wanted import understood
from bot.compose.select import about
from bot.config import Settings, known_aliases
from bot.models import Article, ArticleId, Grouping, SourceId, StoryId
from bot.newsroom import NEXT_MORNING, load_articles, load_gold, load_outlets
from bot.ports import Store
from bot.store.memory import open_memory
from tests.quality.floors import hold

QUERIES: dict[str, dict[str, str]] = json.loads(
    (Path(__file__).parent / "search" / "queries.json").read_text("utf-8")
)
GOLD = load_gold().story_of
ALIASES = known_aliases(Settings())
OUTLETS = {one.slug: one.name for one in load_outlets()}
ARTICLES = tuple(
    Article(
        id=ArticleId(one.id),
        source=SourceId(one.outlet),
        outlet=OUTLETS[one.outlet],
        url=f"https://{one.outlet}.example/{one.id}",
        title=one.title,
        text=one.text,
        fetched_at=one.appears,
        published_at=one.published.astimezone(UTC),
        language=one.language,
    )
    for one in load_articles()
)


@pytest.fixture
async def newsroom() -> AsyncIterator[Store]:
    """Give a store that holds the week in its true stories."""
    store = await open_memory()
    placed = {one.id: StoryId(GOLD[one.id]) for one in ARTICLES}
    await store.library.add(ARTICLES, Grouping(placed=placed, merged={}))
    yield store
    await store.close()


async def listed(newsroom: Store, typed: str) -> list[str]:
    """Return the stories that `/latest` lists for a topic, in its order."""
    wanted = await understood(newsroom, typed, audience=None, aliases=ALIASES)
    found = await newsroom.search.search(wanted.topic, audience=None)
    return [pick.story.id for pick in about(found, wanted.topic, now=NEXT_MORNING)]


def test_queries_ask_for_stories_that_there_are() -> None:
    """Every story that a query should find is one of the newsroom's."""
    assert {story for asked in QUERIES.values() for story in asked.values()} <= set(GOLD.values())


@pytest.mark.parametrize("kind", QUERIES)
async def test_the_story_that_was_meant_is_listed_first(newsroom: Store, kind: str) -> None:
    """Of the queries of each kind, so many list first the story that they mean."""
    asked = QUERIES[kind]

    missed = [
        typed for typed, story in asked.items() if (await listed(newsroom, typed))[:1] != [story]
    ]

    hold(f"searching: {kind}", len(asked) - len(missed), slack=1)


async def test_a_phrase_is_found_in_its_order_only(newsroom: Store) -> None:
    """Words in quotation marks find stories that have them side by side, in that order."""
    assert await listed(newsroom, '"covered market"') == ["aleppo-market"]
    assert await listed(newsroom, '"market covered"') == []


async def test_what_is_ruled_out_is_not_listed(newsroom: Store) -> None:
    """A word with a minus takes away the stories that it tells apart."""
    assert "tram-march" in await listed(newsroom, "kestrelby")
    assert "tram-march" not in await listed(newsroom, "kestrelby -tram -straßenbahn")


async def test_a_source_lists_its_own_stories_only(newsroom: Store) -> None:
    """With source: every story listed has a report of that source, and all such are listed."""
    theirs = {GOLD[one.id] for one in ARTICLES if one.source == "isterbote"}

    assert set(await listed(newsroom, 'source:"Isterbote"')) == theirs
    assert set(await listed(newsroom, "halvenport source:isterbote")) <= theirs


async def test_an_old_article_that_resurfaces_is_not_news(newsroom: Store) -> None:
    """A crane that fell three years ago comes after everything of this week, asked as one may."""
    for typed in ("halvenport", "halvenport harbour", "harbour"):
        found = await listed(newsroom, typed)
        assert found[0] == "harbour-fire"
        assert found.index("crane-collapse") == len(found) - 1
