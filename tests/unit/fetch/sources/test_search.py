"""Searches by topic, and the many ways in which they answer."""

import pytest

from bot.errors import FormatError
from bot.fetch.queries import asked, query_of
from bot.fetch.reader import SourceReader
from bot.fetch.sources.search import create
from bot.text.topics import parse_topic
from bot.workers.inline import InlineWorkers
from tests.unit.fetch.pages import FEED, PagesAtHand, means, page, source

SEARCH = "https://find.example/rss?q={topic}&n=9"
FILLED = "https://find.example/rss?q=ferry%20%22old%20pier%22&n=9"


async def test_topic_takes_its_place_in_the_address() -> None:
    """Words and phrases are asked for; nothing else that was typed gets out."""
    search = asked(source("search", SEARCH), parse_topic('ferry "old pier" -rain source:herald'))

    assert search is not None
    assert search.address == FILLED
    pages = PagesAtHand({FILLED: page(FILLED, FEED)})
    found = await create(means(pages)).read(search)
    assert [entry.title for entry in found.entries] == ["Ferry pier reopens"]


@pytest.mark.parametrize("typed", ["", "-rain", "source:herald"])
def test_topic_without_words_is_not_asked(typed: str) -> None:
    """There is nothing to look for."""
    assert asked(source("search", SEARCH), parse_topic(typed)) is None


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("Ålesund ferry's", "Ålesund ferry's"),
        ("停电 北京", "停电 北京"),
        ("COVID-19 rules", "COVID-19 rules"),
        ("rain NOT snow", "rain"),
        ("(rain OR snow) pier", "rain pier"),
        ("domain:herald.example theme:X", "domain herald example theme X"),
        ("pier&mode=x#y", "pier mode x y"),
        ("rain rain", "rain"),
    ],
)
def test_query_is_words_alone(typed: str, query: str) -> None:
    """No sign of a search's own language reaches it."""
    assert query_of(parse_topic(typed)) == query


async def test_nothing_is_sent_until_somebody_asks() -> None:
    """The rounds of visits leave a search alone."""
    pages = PagesAtHand()

    assert (await create(means(pages)).read(source("search", SEARCH))).unchanged
    assert pages.asked == []


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("Your query was too short or too long.\n", "the search says: Your query was too short"),
        ("<html><p>Busy.</p></html>", "web page"),
        ("", "empty answer"),
        ('{"articles": 7}', "JSON document"),
        ('{"articles": [], "more": 1}', "JSON document"),
        ('{"articles": [', "the search says"),
    ],
)
async def test_complaint_is_told(body: str, problem: str) -> None:
    """What is no answer is one error that says what came."""
    pages = PagesAtHand({FILLED: page(FILLED, body)})

    with pytest.raises(FormatError, match=problem):
        await create(means(pages)).read(source("search", FILLED))


@pytest.mark.parametrize("body", ["{}", '{"articles": []}', '{"articles": [1, {"url": 2}]}'])
async def test_nothing_found_is_no_error(body: str) -> None:
    """GDELT says so with an empty object."""
    pages = PagesAtHand({FILLED: page(FILLED, body)})

    assert (await create(means(pages)).read(source("search", FILLED))).entries == ()


async def test_search_is_discovered_by_its_place() -> None:
    """It is tried with a word that tells nothing, escaped as chat platforms do or not."""
    tried = "https://find.example/rss?q=news"
    pages = PagesAtHand({tried: page(tried, FEED)})

    found, reading = await SourceReader(pages, workers=InlineWorkers()).discover(
        "https://find.example/rss?q=%7Btopic%7D"
    )

    assert (found.kind, found.name) == ("search", "find.example")
    assert found.address == "https://find.example/rss?q={topic}"
    assert len(reading.entries) == 1
