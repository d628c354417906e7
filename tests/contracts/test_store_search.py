"""The contract of `Search`, over every store."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.models import Thing, Topic
from bot.ports import Store
from bot.text.topics import parse_topic
from tests.contracts.store_builders import (
    HILL,
    HOUR,
    NOW,
    RIVER,
    STORES,
    Opener,
    about,
    article,
    ids,
    merge,
    opened,
    shelve,
)

ODD = [
    "", " ", '"', '""', "'", "*", "har*", "^harbour", "-", "+", ":", "title:", "title:harbour",
    "(", ")", "()", "{title}", "NEAR", "NEAR(a b, 2)", "AND", "OR", "NOT", "NOT harbour", "a AND",
    "\x00", "har\x00bour", "\ud800", "%", "_", ";", "--", "'; DROP TABLE articles; --", "罢工",
    "🚢", "\u202e", "a" * 10_000, "articles_fts", "rank", "bm25", "\\", "/", "`", "[x]",
    "x" * 300 + '"',
]  # fmt: skip


@pytest.fixture(params=STORES, ids=lambda opener: opener.__name__)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    """Give each store in turn."""
    opener: Opener = request.param
    async with opened(opener, tmp_path) as opened_store:
        yield opened_store


async def newsroom(store: Store) -> None:
    """Shelve three stories."""
    await shelve(
        store,
        "harbour",
        article(
            "a1",
            title="Harbour reopens",
            text="The strike of U.N. staff is over.",
            at=NOW - 3 * HOUR,
        ),
        article("a2", title="Ships leave at last", text="Cranes move again.", at=NOW - 2 * HOUR),
    )
    await shelve(
        store,
        "football",
        article("a3", title="Late goal", text="A strike from the harbour end.", at=NOW - HOUR),
    )
    await shelve(
        store,
        "budget",
        article("a4", title="Čáslav votes", text="1,200 seats; 港口罢工 at the quay.", at=NOW,
                outlet="Quay Courier"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("topic", "expected"),
    [
        pytest.param(about("harbour"), ["harbour", "football"], id="a title weighs more"),
        pytest.param(about("harbours"), ["harbour", "football"], id="endings do not matter"),
        pytest.param(about("harbour", "seats"), ["budget", "harbour", "football"], id="any word"),
        pytest.param(about("caslav"), ["budget"], id="accents do not matter"),
        pytest.param(about("un"), ["harbour"], id="abbreviations"),
        pytest.param(about("1200"), ["budget"], id="figures"),
        pytest.param(about("罢工"), ["budget"], id="a script without spaces"),
        pytest.param(about("strike", excluded=["goal"]), ["harbour"], id="excluded word"),
        pytest.param(
            about("strike", excluded=["source:courier"]), ["football", "harbour"], id="not there"
        ),
        pytest.param(about("seats", excluded=["source:courier"]), [], id="excluded source"),
        pytest.param(about("strike", sources=["courier"]), [], id="another source"),
        pytest.param(about(sources=["courier"]), ["budget"], id="a source alone"),
        pytest.param(
            about(sources=["herald"]), ["budget", "football", "harbour"], id="newest of a source"
        ),
        pytest.param(Topic(text="", phrases=("late goal",)), ["football"], id="phrase"),
        pytest.param(Topic(text="", phrases=("goal late",)), [], id="phrase in another order"),
        pytest.param(about(), ["budget", "football", "harbour"], id="everything"),
        pytest.param(about(excluded=["strike"]), ["budget", "harbour"], id="all but"),
        pytest.param(about(excluded=["source:courier"]), ["football", "harbour"], id="all but one"),
        pytest.param(about("zebra"), [], id="nothing"),
        pytest.param(about("!?"), [], id="no word at all"),
        pytest.param(about(sources=["!?"]), [], id="no source at all"),
    ],
)
async def test_stories_are_found_by_words(store: Store, topic: Topic, expected: list[str]) -> None:
    """A search gives the stories with any of the words, best first."""
    await newsroom(store)

    found = await store.search.search(topic, audience=None)

    assert ids(found) == expected


async def rooms(store: Store) -> None:
    """Shelve stories in four languages."""
    for story, title, text, language in (
        ("german", "Ruhe", "Die Streiks der Hafenarbeiter. Häfen stehen still.", "de"),
        ("french", "Calme", "L’opposition dénonce les grèves.", "fr-FR"),
        ("arabic", "هدوء", "قالت المعارضة بعد يوم وإضراب", "ar"),
        ("english", "Quiet", "A cease-fire of the harbor unions in Jan.", "en"),
    ):
        await shelve(
            store, story, replace(article(story, title=title, text=text), language=language)
        )


@pytest.mark.parametrize(
    ("typed", "story"),
    [
        ("streik", "german"),
        ("haefen", "german"),
        ("hafenarbeitern", "german"),
        ("opposition", "french"),
        ("grève", "french"),
        ("معارضة", "arabic"),
        ("للمعارضة", "arabic"),
        ("إضراب", "arabic"),
        ("ceasefire", "english"),
        ("harbours", "english"),
        ("january", "english"),
        ('"harbour union"', "english"),
        ("zebra OR opposition", "french"),
        ('"cease fire" | zebra', "english"),
    ],
)
async def test_words_are_found_in_the_forms_of_their_language(
    store: Store, typed: str, story: str
) -> None:
    """Endings, accents, spellings and what is written as one with a word make no difference."""
    await rooms(store)
    topic = parse_topic(typed)

    assert ids(await store.search.search(topic, audience=None)) == [story]
    assert await store.search.spelling(topic.terms, audience=None) == {}


async def test_a_story_about_it_goes_before_a_mention(store: Store) -> None:
    """Of two stories with equal best reports the one that is about it throughout is first."""
    said = "The harbour reopened and ships left the harbour."
    other = "Nothing else was said of it all day long, and nobody asked."
    await shelve(store, "s1", article("a1", title="One", text=said),
                 article("a2", title="Two", text=other))  # fmt: skip
    await shelve(store, "s2", article("a3", title="One", text=said),
                 article("a4", title="Two", text=said))  # fmt: skip

    assert ids(await store.search.search(about("harbour"), audience=None)) == ["s2", "s1"]


async def test_a_story_is_found_whole(store: Store) -> None:
    """One article that fits brings the whole story."""
    await newsroom(store)

    found = await store.search.search(about("cranes"), audience=None)

    assert [one.id for one in found[0].articles] == ["a1", "a2"]


async def test_old_articles_are_left_out(store: Store) -> None:
    """Only articles since the given moment count."""
    await newsroom(store)

    by_word = await store.search.search(about("strike"), since=NOW - HOUR, audience=None)
    everything = await store.search.search(about(), since=NOW, audience=None)

    assert ids(by_word) == ["football"]
    assert ids(everything) == ["budget"]


@pytest.mark.parametrize(("limit", "count"), [(0, 0), (1, 1), (-5, 0), (10**9, 3)])
@pytest.mark.parametrize("topic", [about(), about("harbour", "seats")])
async def test_a_limit_is_kept_to(store: Store, topic: Topic, limit: int, count: int) -> None:
    """No limit, however odd, gives more than was asked for."""
    await newsroom(store)

    assert len(await store.search.search(topic, audience=None, limit=limit)) == count


@pytest.mark.parametrize("topic", [about("harbour"), about(), about(sources=["herald"])])
async def test_a_workspace_finds_only_what_it_may_see(store: Store, topic: Topic) -> None:
    """No search of one workspace shows an article of another, not even inside a story."""
    await shelve(store, "s1", article("a1"), article("a2", audience=RIVER))
    await shelve(store, "s2", article("a3", audience=HILL))

    found = await store.search.search(topic, audience=RIVER)

    assert [[one.id for one in story.articles] for story in found] == [["a1", "a2"]]


async def test_many_articles_of_others_hide_none_of_ours(store: Store) -> None:
    """The newest matches are counted among those that the workspace may see."""
    await shelve(store, "s1", article("ours", audience=RIVER))
    await shelve(store, "s2", *(article(f"a{n}", audience=HILL) for n in range(300)))

    assert ids(await store.search.search(about("harbour"), audience=RIVER)) == ["s1"]


async def test_merged_stories_are_found_as_one(store: Store) -> None:
    """A search gives the story that was kept, once."""
    await newsroom(store)
    await merge(store, "football", "harbour")

    found = await store.search.search(about("harbour"), audience=None)

    assert ids(found) == ["harbour"]
    assert len(found[0].articles) == 3


async def test_vocabulary_gives_title_words_commonest_first(store: Store) -> None:
    """Words are completed from titles, the commonest first, in the form that topics have."""
    await shelve(store, "s1", article("a1", title="Harbour harbour hall"))
    await shelve(store, "s2", article("a2", title="Harbour Čáslav", text="Hangar"))

    assert await store.search.vocabulary("Ha") == ("harbour", "hall")
    assert await store.search.vocabulary("čá") == ("caslav",)
    assert await store.search.vocabulary("", limit=1) == ("harbour",)
    assert await store.search.vocabulary("", limit=-1) == ()


async def test_vocabulary_gives_no_workspace_away(store: Store) -> None:
    """Words of titles that only one workspace may see are suggested to nobody."""
    await shelve(store, "s1", article("a1", title="Merger secret", audience=RIVER))

    assert await store.search.vocabulary("") == ()


async def test_a_slip_is_taken_for_a_word_of_the_news(store: Store) -> None:
    """Words of titles and of names in texts mend what no article holds; the rest stays."""
    await shelve(store, "s1", article("a1", title="Harbour", text="Then Mara Klitschko spoke."))

    spelling = await store.search.spelling(
        ("harbuor", "klichko", "spoke", "football", "42", "hal"), audience=None
    )

    assert spelling == {"harbuor": "harbour", "klichko": "klitschko"}


async def test_a_slip_gives_no_workspace_away(store: Store) -> None:
    """What one workspace alone may see mends nobody's slips, and is no slip of its own."""
    await shelve(store, "s1", article("a1", title="Merger", text="By Mara Lind.", audience=RIVER))
    await shelve(store, "s2", article("a2", title="Merge"))

    assert await store.search.spelling(("mergers",), audience=HILL) == {"mergers": "merge"}
    assert await store.search.spelling(("merger",), audience=HILL) == {"merger": "merge"}
    assert await store.search.spelling(("merger",), audience=RIVER) == {}


async def test_other_names_are_looked_for_too(store: Store) -> None:
    """A story is found under any name of what is wanted, whatever its ending."""
    await shelve(store, "s1", article("a1", title="Ein Aleppiner Markt"))
    thing = Thing(words=("halab",), names=("alepp", '" OR harbour'))

    topic = Topic(text="halab", words=("halab",), things=(thing,))

    assert ids(await store.search.search(topic, audience=None)) == ["s1"]


@pytest.mark.parametrize("words", ODD, ids=ascii)
async def test_odd_words_are_only_words(store: Store, words: str) -> None:
    """Nothing that can be typed is read as syntax, wherever it stands."""
    await newsroom(store)
    said = (words,)
    for topic in (
        Topic(text=words, words=said),
        Topic(text=words, phrases=said),
        Topic(text=words, excluded=said),
        Topic(text=words, sources=said),
        Topic(text=words, words=said, things=(Thing(words=said, names=said),)),
        Topic(text=words, words=("harbour", words), excluded=said, sources=said),
    ):
        await store.search.search(topic, audience=RIVER)
    await store.search.vocabulary(words)
    await store.search.spelling(said, audience=RIVER)

    assert len(await store.search.search(about(), audience=None)) == 3


anything = st.lists(st.text() | st.sampled_from(ODD), max_size=4).map(tuple)


@given(words=anything, phrases=anything, excluded=anything, sources=anything)
@settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
async def test_no_words_raise(
    store: Store,
    words: tuple[str, ...],
    phrases: tuple[str, ...],
    excluded: tuple[str, ...],
    sources: tuple[str, ...],
) -> None:
    """Whatever the topic, a search gives an answer."""
    topic = Topic(text="", words=words, phrases=phrases, excluded=excluded, sources=sources)

    assert len(await store.search.search(topic, audience=None)) <= 50
