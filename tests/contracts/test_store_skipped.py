"""The contract of `SkippedEntries`, over every store."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.models import EVERYONE, ArticleId, Skipped, SourceId, WorkspaceId
from bot.ports import Store
from bot.store import skipped as part
from bot.text.ids import article_name
from tests.contracts.store_builders import (
    HILL,
    HOUR,
    NOW,
    RIVER,
    STORES,
    Opener,
    article,
    opened,
    shelve,
)

LINK = "https://herald.example/picture?utm_source=feed"


@pytest.fixture(params=STORES, ids=lambda opener: opener.__name__)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    """Give each store in turn."""
    opener: Opener = request.param
    async with opened(opener, tmp_path) as opened_store:
        yield opened_store


def skipped(
    name: str = "a1", *, url: str = "", at: int = 0, audience: WorkspaceId = EVERYONE
) -> Skipped:
    """Return an entry that was met so many hours after the beginning."""
    return Skipped(
        article=ArticleId(name),
        source=SourceId("herald"),
        url=url or f"https://herald.example/{name}",
        title="A picture of the harbour",
        reason="no article was found on the page",
        at=NOW + at * HOUR,
        audience=audience,
    )


async def test_an_entry_comes_back_as_it_was_given(store: Store) -> None:
    """It is found by the id that its article would have had, and by its link."""
    await store.skipped.add([skipped()])

    assert await store.skipped.find("a1", None) == skipped()
    assert await store.skipped.find("https://herald.example/a1", RIVER) == skipped()
    assert await store.skipped.find("a2", None) is None


@pytest.mark.parametrize("audience", [EVERYONE, RIVER], ids=["everyone", "river"])
async def test_tracking_in_a_link_does_not_matter(store: Store, audience: WorkspaceId) -> None:
    """Neither in the one that was stored nor in the one that is asked for."""
    name = article_name(audience, "herald", url=LINK, entry="1")
    given = skipped(name, url=LINK, audience=audience)
    await store.skipped.add([given])

    for link in (LINK, "https://herald.example/picture", "http://herald.example/picture?gclid=7#a"):
        assert await store.skipped.find(link, RIVER) == given


async def test_an_entry_is_kept_once(store: Store) -> None:
    """What is met again replaces what was known of it, also within one visit."""
    later = replace(skipped(at=1), reason="the page has too many tags")
    await store.skipped.add([skipped()])
    await store.skipped.add([skipped(), later])

    assert await store.skipped.newest(None) == (later,)


async def test_nothing_skipped_is_nothing_to_do(store: Store) -> None:
    """A visit without such entries leaves none."""
    await store.skipped.add([])

    assert await store.skipped.newest(None) == ()


async def test_an_article_that_comes_later_takes_its_place(store: Store) -> None:
    """An entry has an article or a reason for having none, never both."""
    await store.skipped.add([skipped("a1"), skipped("a2")])
    await shelve(store, "s1", article("a1"), article("a3"))
    await store.skipped.add([skipped("a3")])

    assert [one.article for one in await store.skipped.newest(None)] == ["a2"]


async def test_what_a_workspace_added_is_its_own(store: Store) -> None:
    """Its skipped entries are found by itself alone, whichever way they are asked for."""
    mine, ours = skipped("a1", audience=RIVER), skipped("a2", at=1)
    await store.skipped.add([mine, ours])

    assert await store.skipped.find("a1", RIVER) == mine
    assert await store.skipped.find("a1", HILL) is None
    assert await store.skipped.find(mine.url, HILL) is None
    assert await store.skipped.newest(HILL) == (ours,)
    assert await store.skipped.newest(RIVER) == (ours, mine)
    assert await store.skipped.newest(RIVER, limit=1) == (ours,)


async def test_titles_and_reasons_are_capped(store: Store) -> None:
    """A stranger's endless title does not fill the disk."""
    endless = replace(skipped(), title="t" * 100_000, reason="r" * 100_000)
    await store.skipped.add([endless])

    found = await store.skipped.find("a1", None)

    assert found is not None
    assert (len(found.title), len(found.reason)) == (1_000, 1_000)


async def test_the_newest_are_kept(store: Store) -> None:
    """Beyond the most that are kept the oldest go, also when many were met at one moment."""
    crowd = [skipped(f"b{at}", at=2) for at in range(part.MOST_KEPT + 7)]
    await store.skipped.add([skipped("a1", at=1)])
    await store.skipped.add(crowd)

    found = await store.skipped.newest(None, limit=2 * part.MOST_KEPT)

    assert len(found) == part.MOST_KEPT
    assert await store.skipped.find("a1", None) is None
