"""Promises of `/news source import` and `export`: lists of feeds, in and out."""

from pathlib import Path

import pytest

from bot.commands.sources import MOST
from bot.errors import StatusError
from bot.fetch.opml import subscriptions
from bot.models import EVERYONE, Page
from tests.builders import HILL, RIVER, channel, source
from tests.desks import OpenDesk, buttons

LIST = "https://readers.example/feeds.opml"
TERMINAL = channel("terminal", workspace=channel().workspace, platform="console")
ON_HILL = channel("C5", workspace=HILL)
FEEDS = """<opml version="2.0"><head><title>Ida's morning</title></head><body>
<outline text="Canals &amp; locks"><outline text="Reed & Rush" xmlUrl="https://reed.example/rss?a=1&b=2"/>
</outline><outline text="Comets" xmlUrl="https://comet.example/feed"/>{more}</body></opml>"""


def offer(desk: OpenDesk, body: str) -> None:
    """Let a list be found at an address."""
    desk.fetcher.pages[LIST] = Page(url=LIST, body=body.encode())


async def test_feeds_of_a_list_are_read(empty: OpenDesk) -> None:
    """Those that are new; their folders are their topics, and others do not see them."""
    await empty.store.sources.save(source("Comets", address="https://comet.example/feed"))
    offer(empty, FEEDS.format(more=""))

    said = await empty.answered(f"news source import {LIST}")

    assert said.startswith("Imported Ida's morning")
    assert "Added 1 of 2 feeds; they are read from now on." in said
    assert "Read already: 1." in said
    assert "cannot be read" not in said
    (added,) = [one for one in await empty.store.sources.all(RIVER) if one.audience == RIVER]
    assert (added.name, added.address, added.kind, added.topics) == (
        "Reed & Rush",
        "https://reed.example/rss?a=1&b=2",
        "feed",
        ("canals-&-locks",),
    )
    assert len(await empty.store.sources.all(HILL)) == 1


async def test_import_is_undone_at_one_press(empty: OpenDesk) -> None:
    """All that it added goes, and nothing else; what was removed meanwhile is no error."""
    await empty.store.sources.save(source("Comets", address="https://comet.example/feed"))
    offer(empty, FEEDS.format(more="<outline text='More' xmlUrl='https://more.example/rss'/>"))
    imported = await empty.ask(f"news source import {LIST}")
    await empty.ask("news source remove More")

    said = await empty.answered(buttons(imported)["Undo"].line)

    assert said == "1 source is no longer read: what was added is taken back."
    assert [one.name for one in await empty.store.sources.all()] == ["Comets"]


async def test_import_that_added_nothing_has_nothing_to_undo(empty: OpenDesk) -> None:
    """There is no button then."""
    offer(empty, FEEDS.format(more=""))
    await empty.ask(f"news source import {LIST}")

    assert buttons(await empty.ask(f"news source import {LIST}")) == {}


async def test_list_may_be_imported_twice(empty: OpenDesk) -> None:
    """The second time nothing is new; another workspace has its own."""
    offer(empty, FEEDS.format(more=""))
    await empty.ask(f"news source import {LIST}")

    assert "Added 0 of 2" in await empty.answered(f"news source import {LIST}")
    assert "Added 2 of 2" in await empty.answered(f"news source import {LIST}", place=ON_HILL)


async def test_bad_lines_are_named(empty: OpenDesk) -> None:
    """Private networks, other schemes and logins; the first ten of them, and the rest counted."""
    bad = ["http://10.0.0.1/rss", "javascript:alert(1)", "file:///etc/passwd"]
    bad += ["https://ida:secret@reed.example/", *(f"ftp://x{n}.example" for n in range(8))]
    offer(empty, FEEDS.format(more="".join(f"<outline text='x' xmlUrl='{one}'/>" for one in bad)))

    said = await empty.answered(f"news source import {LIST}")

    assert "Added 2 of 2 feeds" in said
    assert "• http://10.0.0.1/rss: leads to a private network" in said
    assert "• javascript:alert(1): javascript: is not read" in said
    assert "secret" not in said
    assert "• and 2 more" in said


async def test_operator_may_name_the_own_network(empty: OpenDesk, tmp_path: Path) -> None:
    """And files: the settings say what is open, and the guard asks them at every visit."""
    path = tmp_path / "feeds.opml"
    more = "<outline text='Own' xmlUrl='http://127.0.0.1:8080/rss'/><outline xmlUrl='http://['/>"
    path.write_text(FEEDS.format(more=more))

    said = await empty.answered(f"news source import {path}", place=TERMINAL)

    assert "Added 3 of 3 feeds" in said
    assert "• http://[: not a web address" in said
    assert {one.audience for one in await empty.store.sources.all()} == {EVERYONE}


async def test_full_workspace_takes_no_more(empty: OpenDesk) -> None:
    """What has no room is counted."""
    for number in range(MOST - 1):
        place = f"https://n{number}.example/feed"
        await empty.store.sources.save(source(id=f"n{number}", address=place, audience=RIVER))
    offer(empty, FEEDS.format(more=""))

    said = await empty.answered(f"news source import {LIST}")

    assert "Added 1 of 2 feeds" in said
    assert f"1 were left out: {MOST} sources are the most. Remove some first." in said
    assert len(await empty.store.sources.all(RIVER)) == MOST


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("<rss version='2.0'></rss>", "this is a feed, not a list of feeds (OPML)"),
        ("", "this is an empty answer, not a list of feeds (OPML)"),
        ("<opml>" + "<outline>" * 6000, "nested beyond reason"),
        ("<opml><outline " + "a='1' " * 5000 + "/></opml>", "endless tag"),
    ],
)
async def test_what_is_no_list_is_told(empty: OpenDesk, body: str, problem: str) -> None:
    """Nothing is added."""
    offer(empty, body)

    assert problem in await empty.answered(f"news source import {LIST}")
    assert await empty.store.sources.all() == ()


async def test_list_that_cannot_be_had_is_told(empty: OpenDesk, tmp_path: Path) -> None:
    """Neither on the web nor on the disk; the disk is the operator's alone."""
    empty.fetcher.pages[LIST] = StatusError(LIST, 404, "404: the page is not there")

    assert "404" in await empty.answered(f"news source import {LIST}")
    gone = f"news source import {tmp_path}/none.opml"
    assert "cannot be opened" in await empty.answered(gone, place=TERMINAL)
    assert "is no web address but a file, and files are the operator's" in await empty.answered(
        gone
    )


def test_hostile_list_reaches_for_nothing() -> None:
    """Entities are not expanded, and nothing outside is loaded."""
    body = (
        '<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY a SYSTEM "file:///etc/hostname">'
        '<!ENTITY b "&a;&a;">]><opml><head><title>&b;</title></head><body>'
        '<outline text="&b; &nbsp;x" xmlUrl="https://reed.example/?x=&b;"/></body></opml>'
    )

    found = subscriptions(Page(url=LIST, body=body.encode()))

    assert found.title == "&b;"
    assert [(one.name, one.address) for one in found.feeds] == [
        ("&b; x", "https://reed.example/?x=&b;")
    ]


async def test_feeds_are_exported(empty: OpenDesk) -> None:
    """As a list that we could import; other kinds are left out, and that is said."""
    named = source("Reed & Rush", id="s1", address="https://reed.example/rss?a=1&b=2")
    await empty.store.sources.save(named)
    await empty.store.sources.save(
        source("Pages", id="s2", address="https://p.example/", kind="page")
    )
    none = await empty.answered("news source export", place=ON_HILL, manages=False)

    said = await empty.answered("news source export", manages=False)

    assert "No place in a list: 1 source of other kinds." in said
    assert none == said
    opml = said[said.index("<?xml") : said.index("</opml>") + 7]
    (found,) = subscriptions(Page(url=LIST, body=opml.encode())).feeds
    assert (found.name, found.address) == (named.name, named.address)


async def test_long_export_has_pages(empty: OpenDesk) -> None:
    """Each is a whole list."""
    assert await empty.answered("news source export") == "No feed is read here yet."
    for number in range(12):
        place = f"https://n{number:02}.example/feed"
        one = source(f"Paper {number:02}", id=f"n{number}", address=place)
        await empty.store.sources.save(one)

    second = await empty.answered("news source export page:2")

    assert "Page 2 of 2; 12 feeds." in second
    assert "Paper 11" in second
    assert "Paper 09" not in second
    assert await empty.answered("news source export page:3") == "No such page."
