"""Promises of `/news source add` and `test` with all that may be said of a source."""

from dataclasses import replace

import pytest

from bot.errors import FormatError
from bot.fetch.packs import packed_sources
from bot.models import Reading, Suggests
from tests.builders import NOW, channel, entry, source
from tests.desks import OpenDesk, buttons

FRONT = "https://comet.example/news"
FEED = "https://comet.example/feed"
LONG = "The comet was found above the mountain by two keepers of the old observatory. " * 12


@pytest.fixture(autouse=True)
def offered(empty: OpenDesk) -> None:
    """Let a page and a feed of five items be found."""
    items = [entry(f"e{n}", title=f"Comet {n}", text=f"{n} {LONG}", at=None) for n in range(5)]
    empty.reader.readings[FRONT] = Reading(entries=tuple(items), title="Comet front")
    empty.reader.found[FEED] = source("Comet Watch", id="comet", address=FEED)
    empty.reader.offer(FEED, *items)


async def test_a_selector_makes_a_page_of_links(empty: OpenDesk) -> None:
    """What it chooses is shown, and how it is chosen is kept and said."""
    said = await empty.answered(f'news source add {FRONT} selector:"main h3 > a"')

    (kept,) = await empty.store.sources.all()
    assert said.startswith("Added Comet front")
    assert f"A page at {FRONT}. Its links are chosen by “main h3 > a”. It is read" in said
    assert "• Comet 0" in said
    assert (kept.kind, kept.selector, kept.name) == ("page", "main h3 > a", "Comet front")


async def test_a_selector_that_is_not_css_is_told_at_once(empty: OpenDesk) -> None:
    """Before anything is fetched."""
    said = await empty.answered(f'news source add {FRONT} selector:"main h3 >"')

    assert said == (
        "The selector “main h3 >” is not CSS: it ends too early; write it as in “main h3 a”."
    )
    assert await empty.store.sources.all() == ()


async def test_a_selector_that_chooses_nothing_is_told(empty: OpenDesk) -> None:
    """In the words of who looked."""
    empty.reader.readings[FRONT] = FormatError(FRONT, "the selector “h9” matches nothing")

    said = await empty.answered(f"news source add {FRONT} selector:h9")

    assert said == f"{FRONT} cannot be read: the selector “h9” matches nothing"


async def test_a_page_without_a_title_is_called_by_its_site(empty: OpenDesk) -> None:
    """Its name can be given besides."""
    empty.reader.readings[FRONT] = Reading(entries=(entry("e1"),))

    assert (await empty.answered(f"news source add {FRONT} selector:h3")).startswith(
        "Added comet.example"
    )


async def test_another_selector_needs_the_source_removed(empty: OpenDesk) -> None:
    """One address is read once."""
    await empty.ask(f"news source add {FRONT} selector:h3")

    said = await empty.answered(f"news source add {FRONT} selector:h2")

    assert said.endswith(f"{FRONT} Remove it first to read it by another selector.")


async def test_removing_is_undone_as_it_was(empty: OpenDesk) -> None:
    """With its selector, its name and what it is about."""
    await empty.ask(f'news source add {FRONT} selector:"h3 a" topic:"Night sky, sea" name:Comets')
    (before,) = await empty.store.sources.all()

    removed = await empty.ask("news source remove Comets")
    await empty.ask(buttons(removed)["Undo"].line)

    assert await empty.store.sources.all() == (before,)
    assert before.topics == ("night-sky", "sea")


async def test_what_it_is_about_is_said(empty: OpenDesk) -> None:
    """For listings."""
    said = await empty.answered(f'news source add {FEED} topic:"Night sky"')

    assert "It is listed under night-sky." in said


@pytest.mark.parametrize("typed", ["from:now", "now", "from now", "FROM  Now"])
async def test_from_now_leaves_what_it_has(empty: OpenDesk, typed: str) -> None:
    """Also at the first round of visits: nothing of it is news then, what comes after is."""
    said = await empty.answered(f"news source add {FEED} {typed}")
    visits = await empty.store.sources.visits()
    (visit,) = visits.values()
    empty.clock.at = visit.next_at
    before = await empty.pipeline.gather()
    items = empty.reader.readings[FEED]
    assert isinstance(items, Reading)
    newest = entry("e9", text=f"9 {LONG}", at=None)
    empty.reader.readings[FEED] = replace(items, entries=(newest, *items.entries))
    (visit,) = (await empty.store.sources.visits()).values()
    empty.clock.at = visit.next_at

    assert "It is read from now on, without what it has now; its last items:" in said
    assert before.articles == 0
    assert (await empty.pipeline.gather()).articles == 1


@pytest.mark.parametrize("typed", ['from:"last 3"', "last 3", "from last 3"])
async def test_last_three_are_taken_up_at_once(empty: OpenDesk, typed: str) -> None:
    """And are found by /latest then and there; the others stay left."""
    said = await empty.answered(f"news source add {FEED} {typed}")
    stories = await empty.store.library.stories(since=NOW.replace(year=2020), audience=None)
    (visit,) = (await empty.store.sources.visits()).values()
    empty.clock.at = visit.next_at

    assert "It is read from now on, with these to begin with; its last items:" in said
    assert sum(len(story.articles) for story in stories) == 3
    assert (await empty.pipeline.gather()).articles == 0


async def test_a_search_begins_with_nothing(empty: OpenDesk) -> None:
    """It is never visited by itself."""
    place = "https://find.example/rss?q={topic}"
    empty.reader.found[place] = source("Find", id="find", address=place, kind="search")

    assert "asked when /latest finds nothing" in await empty.answered(
        f"news source add {place} from now"
    )
    assert await empty.store.sources.visits() == {}


async def test_a_source_of_a_pack_is_added_by_its_name(empty: OpenDesk) -> None:
    """Alone, with its name and topics from the pack; names complete as they are typed."""
    packed = packed_sources()[0]
    empty.reader.found[packed.address] = replace(packed, name="As it calls itself", topics=())

    said = await empty.answered(f"news source add {packed.name.upper()}")
    offered = await empty.catalogue.suggest(Suggests.OUTLETS, packed.name[:4], channel())

    assert said.startswith(f"Added {packed.name}")
    (kept,) = await empty.store.sources.all()
    assert kept.topics == packed.topics
    assert packed.name in [one.value for one in offered]


async def test_a_trial_tells_the_first_article_and_the_next_visit(empty: OpenDesk) -> None:
    """In short: the way there is the operator's to look at, in the shell."""
    said = await empty.answered(f"news source test {FEED}")

    assert f"A feed at {FEED} with 5 items." in said
    assert "• First article: “Comet 0”" in said
    assert "• Next visit: the next after 15 minutes" in said


async def test_a_trial_takes_a_selector(empty: OpenDesk) -> None:
    """And says what is wrong with it."""
    said = await empty.answered(f'news source test {FRONT} selector:"h3 a"')
    wrong = await empty.answered(f"news source test {FRONT} selector:a[")

    assert f"A page at {FRONT} with 5 items." in said
    assert wrong.startswith("The selector “a[” is not CSS: it ends too early")


async def test_a_trial_of_a_source_without_articles_says_so(empty: OpenDesk) -> None:
    """Its items may be there all the same."""
    empty.reader.offer(FEED, entry("e1", title="", text="", url=""))

    said = await empty.answered(f"news source test {FEED}")

    assert f"A feed at {FEED} with 1 item. It cannot be used: none of its first entries" in said
