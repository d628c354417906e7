"""The contract of `Library`, over every store."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path

import pytest

from bot.models import EVERYONE, ArticleId, Grouping, StoryId
from bot.ports import Store
from bot.text.ids import article_name
from tests.contracts.store_builders import (
    HILL,
    HOUR,
    NOW,
    RIVER,
    STORES,
    Opener,
    article,
    ids,
    merge,
    opened,
    shelve,
)


@pytest.fixture(params=STORES, ids=lambda opener: opener.__name__)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    """Give each store in turn."""
    opener: Opener = request.param
    async with opened(opener, tmp_path) as opened_store:
        yield opened_store


async def test_an_article_comes_back_as_it_was_given(store: Store) -> None:
    """Nothing of an article is lost by storing it."""
    given = replace(article(), updated_at=NOW + HOUR, language="en")
    await shelve(store, "s1", given)

    found = await store.library.story(StoryId("s1"), None)

    assert found is not None
    assert found.articles == (given,)


async def test_instants_come_back_in_utc(store: Store) -> None:
    """An instant given in another zone is the same instant, in UTC."""
    east = NOW.astimezone(timezone(timedelta(hours=9)))
    await shelve(store, "s1", article(at=east))

    found = await store.library.story(StoryId("s1"), None)

    assert found is not None
    assert found.updated_at == NOW
    assert found.updated_at.utcoffset() == timedelta(0)


async def test_known_names_what_is_stored(store: Store) -> None:
    """Of thousands of ids, those that are stored are known."""
    await shelve(store, "s1", article("a1"), article("a2"))

    known = await store.library.known([ArticleId(f"a{n}") for n in range(5_000)])

    assert known == {"a1", "a2"}


async def test_a_stored_article_never_changes(store: Store) -> None:
    """An article whose id is stored keeps its text and its story."""
    await shelve(store, "s1", article("a1"))
    await shelve(store, "s2", article("a1", text="Something else."), article("a2"))

    first = await store.library.story(StoryId("s1"), None)
    second = await store.library.story(StoryId("s2"), None)

    assert first is not None
    assert first.articles == (article("a1"),)
    assert second is not None
    assert second.articles == (article("a2"),)


async def test_adding_is_all_or_nothing(store: Store) -> None:
    """When one article cannot be stored, none is."""
    naive = replace(article("a2"), fetched_at=NOW.replace(tzinfo=None))
    with pytest.raises(Exception, match="no zone"):
        await shelve(store, "s1", article("a1"), naive)

    assert await store.library.known([ArticleId("a1"), ArticleId("a2")]) == frozenset()
    assert await store.search.vocabulary("harbour") == ()


async def test_an_article_without_a_story_is_refused(store: Store) -> None:
    """Grouping places every article, or none is stored."""
    with pytest.raises(ValueError, match="a1"):
        await store.library.add([article("a1")], Grouping(placed={}, merged={}))


async def test_characters_no_database_takes_keep_their_places(store: Store) -> None:
    """NUL and lone surrogates become one mark each, so that citations still fit."""
    await shelve(store, "s1", article(text="one\x00two\ud800three"))

    found = await store.library.story(StoryId("s1"), None)

    assert found is not None
    assert found.articles[0].text == "one\ufffdtwo\ufffdthree"


async def test_stories_come_newest_first_and_whole(store: Store) -> None:
    """A story is as new as its newest article and has all of its articles, oldest first."""
    await shelve(store, "old", article("a1", at=NOW - 9 * HOUR), article("a2", at=NOW))
    await shelve(store, "new", article("a3", at=NOW - HOUR))
    await shelve(store, "gone", article("a4", at=NOW - 9 * HOUR))

    found = await store.library.stories(since=NOW - 2 * HOUR, audience=None)

    assert ids(found) == ["old", "new"]
    assert [one.id for one in found[0].articles] == ["a1", "a2"]


@pytest.mark.parametrize(("limit", "count"), [(0, 0), (2, 2), (-1, 0), (10**9, 3)])
async def test_a_limit_is_kept_to(store: Store, limit: int, count: int) -> None:
    """No limit, however odd, gives more than was asked for."""
    await shelve(store, "s1", article("a1"))
    await shelve(store, "s2", article("a2"))
    await shelve(store, "s3", article("a3"))

    found = await store.library.stories(since=NOW, audience=None, limit=limit)

    assert len(found) == count


async def test_a_workspace_sees_its_own_and_everyones_articles(store: Store) -> None:
    """What one workspace added is in no story that another one sees."""
    await shelve(store, "s1", article("a1"), article("a2", audience=RIVER))
    await shelve(store, "s2", article("a3", audience=HILL))

    river = await store.library.stories(since=NOW, audience=RIVER)
    hill = await store.library.stories(since=NOW, audience=HILL)
    everyone = await store.library.stories(since=NOW, audience=None)

    assert [[one.id for one in story.articles] for story in river] == [["a1", "a2"]]
    assert [[one.id for one in story.articles] for story in hill] == [["a1"], ["a3"]]
    assert [[one.id for one in story.articles] for story in everyone] == [["a1", "a2"], ["a3"]]
    assert await store.library.story(StoryId("s2"), RIVER) is None
    assert await store.library.locate("a3", RIVER) is None
    assert await store.library.locate(article("a3").url, RIVER) is None


@pytest.mark.parametrize("reference", ["a1", "https://herald.example/a1"])
async def test_a_story_is_located_by_an_article(store: Store, reference: str) -> None:
    """The id or the link of an article leads to its story."""
    await shelve(store, "s1", article("a1"))

    found = await store.library.locate(reference, RIVER)

    assert found is not None
    assert found.id == "s1"


async def test_nothing_is_located_by_what_is_unknown(store: Store) -> None:
    """An unknown reference leads nowhere."""
    assert await store.library.locate("", None) is None
    assert await store.library.story(StoryId("s1"), None) is None


async def test_merged_stories_are_one_under_the_kept_id(store: Store) -> None:
    """After merges, in a chain and in any order, each old id leads to the story that was kept."""
    for name in ("s1", "s2", "s3"):
        await shelve(store, name, article(f"a-{name}"))
    await merge(store, "s3", "s2")
    await merge(store, "s2", "s1")

    stories = await store.library.stories(since=NOW, audience=None)
    followed = [await store.library.story(StoryId(old), None) for old in ("s2", "s3")]

    assert ids(stories) == ["s1"]
    assert len(stories[0].articles) == 3
    assert followed == [stories[0], stories[0]]


async def test_merges_may_be_repeated_and_may_contradict(store: Store) -> None:
    """A merge that was applied, or that goes round in a circle, changes nothing."""
    await shelve(store, "s1", article("a1"))
    await shelve(store, "s2", article("a2"))
    for old, kept in (("s2", "s1"), ("s2", "s1"), ("s1", "s2"), ("s1", "s1")):
        await merge(store, old, kept)

    assert ids(await store.library.stories(since=NOW, audience=None)) == ["s1"]


async def test_articles_placed_in_a_merged_story_join_the_kept_one(store: Store) -> None:
    """An article placed under an old id stands in the story that was kept."""
    await shelve(store, "s1", article("a1"))
    await shelve(store, "s2", article("a2"))
    await merge(store, "s2", "s1")
    await shelve(store, "s2", article("a3"))

    assert ids(await store.library.stories(since=NOW, audience=None)) == ["s1"]
    located = await store.library.locate("a3", None)
    assert located is not None
    assert located.id == "s1"


async def test_a_link_may_carry_tracking(store: Store) -> None:
    """A story is located by its report's link as people copy it, and by its bare one."""
    name = article_name(EVERYONE, "herald", url="https://herald.example/7", entry="")
    await shelve(store, "s1", replace(article(name), url="https://herald.example/canonical/7"))

    for link in (
        "https://herald.example/7?utm_source=chat",
        "https://herald.example/canonical/7?fbclid=1#top",
        "<https://herald.example/7|the report>",
    ):
        found = await store.library.locate(link, RIVER)
        assert found is not None
        assert found.id == "s1"


async def test_old_articles_that_were_seen_lately_are_found(store: Store) -> None:
    """Neither what is new nor what was seen long ago; the one seen last comes first."""
    year = timedelta(days=365)
    old = replace(article("a1"), published_at=NOW - year)
    older = replace(
        article("a2", audience=HILL), published_at=NOW - 2 * year, fetched_at=NOW + HOUR
    )
    gone = article("a3", at=NOW - year)
    for number, one in enumerate((old, older, gone, article("a4"))):
        await shelve(store, f"s{number}", one)

    assert ids(await store.library.resurfaced(since=NOW - HOUR)) == ["s1", "s0"]
