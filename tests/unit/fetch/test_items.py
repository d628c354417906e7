"""Items become entries."""

from datetime import UTC, datetime

import pytest

from bot.fetch.items import Found, Item, absolute, language_code, plain, reading, source_id


def entry_ids(*items: Item) -> list[str]:
    """Return the ids that the entries of a feed with these items have."""
    found = reading(Found(items=items), base="https://a.example/rss", max_entries=10)
    return [entry.id for entry in found.entries]


def test_own_id_comes_first_then_the_link() -> None:
    """An entry is known by its guid, or else by its link."""
    assert entry_ids(
        Item(id="urn:1", link="https://a.example/1"), Item(link="/2", title="Two")
    ) == ["urn:1", "https://a.example/2"]


def test_without_id_and_link_title_and_day_count() -> None:
    """An entry without id and link is known by its title and its day, whatever the hour."""
    morning = datetime(2026, 11, 24, 8, tzinfo=UTC)
    first = entry_ids(Item(title="Harbour", date=morning))

    assert first == entry_ids(Item(title="<b>Harbour</b>", date=morning.replace(hour=20)))
    assert first != entry_ids(Item(title="Harbour", date=morning.replace(day=25)))
    assert first != entry_ids(Item(title="Pier", date=morning))


def test_untitled_items_are_told_apart_by_their_words() -> None:
    """Notes without a title do not melt into one."""
    assert len(entry_ids(Item(summary="One note."), Item(summary="Another note."))) == 2


def test_notes_told_twice_are_two() -> None:
    """Nothing says that two notes without id and link are one: each has an id of its own."""
    first, again = entry_ids(Item(summary="One note."), Item(summary="One note."))

    assert (first, f"{first} #2") == (entry_ids(Item(summary="One note."))[0], again)


def test_entry_told_twice_is_one() -> None:
    """The same id and link again is the same entry; the first place counts."""
    twice = Item(id="1", link="/1", title="One")

    assert entry_ids(twice, Item(id="2", link="/2"), twice) == ["1", "2"]


def test_id_shared_by_pages_is_no_id() -> None:
    """Where a feed gives one id to several pages, their links tell them apart."""
    assert entry_ids(Item(id="same", link="/1"), Item(id="same", link="/2")) == [
        "https://a.example/1",
        "https://a.example/2",
    ]


def test_endless_id_is_shortened_for_good() -> None:
    """An id of any length becomes a short one, the same each time."""
    (first,) = entry_ids(Item(id="x" * 100_000))

    assert len(first) == 64
    assert entry_ids(Item(id="x" * 100_000)) == [first]


def test_entries_are_capped() -> None:
    """No feed brings more entries, longer titles or longer texts than we take."""
    huge = Item(id="1", title="word " * 100_000, summary="x" * 1_000_000, content="y" * 1_000_000)

    found = reading(Found(items=(huge, Item(id="2"), Item(id="3"))), base="", max_entries=2)

    assert [entry.id for entry in found.entries] == ["1", "2"]
    assert len(found.entries[0].title) <= 300
    assert len(found.entries[0].summary) == 500_000
    assert len(found.entries[0].content) == 500_000


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Pier <em>reopens</em>", "Pier reopens"),
        ("Pier<br/>reopens", "Pier reopens"),
        ("AT&amp;amp;T &amp;lt;b&amp;gt;x&amp;lt;/b&amp;gt;", "AT&T x"),
        ("vector<int> &lt;T&gt;", "vector<int> <T>"),
        ("3 < 4 > 2", "3 < 4 > 2"),
        ("<script>steal()</script>Calm", "Calm"),
        ("<img src=x onerror=y>Sea", "Sea"),
        ("two\nlines\x00 and\u202e more\u200b", "two lines and more"),
        ("<!-- note -->Tide", "Tide"),
    ],
)
def test_title_is_plain(title: str, words: str) -> None:
    """A title loses its markup and keeps its words."""
    assert plain(title, 100) == words


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("/1", "https://a.example/1"),
        (" https://b.example/x ", "https://b.example/x"),
        ("//c.example/", "https://c.example/"),
        ("javascript:alert(1)", ""),
        ("mailto:x@a.example", ""),
        ("tag:a.example,2026:1", "tag:a.example,2026:1"),
        ("urn:isbn:0 451", ""),
        ("http://[broken", ""),
        ("http://", ""),
        ("x" * 5000, ""),
        ("", ""),
    ],
)
def test_link_is_a_web_address_or_nothing(link: str, address: str) -> None:
    """Links are made absolute; what leads nowhere on the web is no link."""
    assert absolute(link, "https://a.example/rss") == address


@pytest.mark.parametrize(
    ("tag", "code"), [("en-GB", "en"), ("DE", "de"), ("gsw", "gsw"), ("english", None), ("", None)]
)
def test_language_is_a_code(tag: str, code: str | None) -> None:
    """A language tag becomes its first part."""
    assert language_code(tag) == code


def test_source_id_lasts() -> None:
    """The id of a source depends on its kind and address alone, and is short."""
    assert source_id("feed", "https://a.example/") == source_id("feed", "https://a.example/")
    assert source_id("feed", "https://a.example/") != source_id("page", "https://a.example/")
    assert len(source_id("feed", "https://a.example/")) == 11
