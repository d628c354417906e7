"""Feeds become readings."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.errors import FormatError
from bot.fetch.gdelt import found_by_gdelt
from bot.fetch.items import reading
from bot.fetch.parse import parse_feed
from bot.fetch.sitemaps import parse_sitemap
from bot.models import Entry, Reading
from tests.unit.fetch.pages import ARTICLE

SAMPLES = Path(__file__).parents[2] / "samples" / "feeds"
FEEDS = sorted(path for path in SAMPLES.iterdir() if ".expected" not in path.name)


def as_json(entry: Entry) -> dict[str, Any]:
    """Return what a sample's expectation states of an entry."""
    return {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "content": entry.content,
        "author": entry.author,
        "published_at": entry.published_at.isoformat() if entry.published_at else None,
        "language": entry.language,
    }


def parsed(sample: Path) -> Reading:
    """Return what a sample offers, read as its kind is."""
    url = f"https://feeds.example/{sample.name}"
    match sample.suffix:
        case ".sitemap":
            return parse_sitemap(sample.read_bytes(), url=url).reading
        case ".gdelt":
            listed = found_by_gdelt(sample.read_text(), url)
            assert listed is not None
            return reading(listed, base=url, max_entries=99)
        case _:
            return parse_feed(sample.read_bytes(), url=url)


@pytest.mark.parametrize("sample", FEEDS, ids=lambda path: path.name)
def test_sample_becomes_its_expected_entries(sample: Path) -> None:
    """Each sample feed gives the entries that lie beside it."""
    expected = json.loads((SAMPLES / f"{sample.stem}.expected.json").read_text())

    found = parsed(sample)

    assert found.title == expected["title"]
    assert found.link == expected["link"]
    assert [as_json(entry) for entry in found.entries] == expected["entries"]


def empty_body() -> bytes:
    """Return nothing."""
    return b""


def web_page() -> bytes:
    """Return an article."""
    return ARTICLE.encode()


def path_of_a_file() -> bytes:
    """Return what feedparser would open as a file."""
    return b"/etc/passwd"


def address_of_a_page() -> bytes:
    """Return what fastfeedparser would fetch."""
    return b"http://127.0.0.1:1/feed"


def noise() -> bytes:
    """Return bytes of every value."""
    return bytes(range(256)) * 100


def broken_json_feed() -> bytes:
    """Return half of a JSON feed."""
    return b'{"version": "https://jsonfeed.org/version/1.1", "items": ['


def json_feed_without_items() -> bytes:
    """Return a JSON feed whose items are none."""
    return b'{"version": "https://jsonfeed.org/version/1.1", "items": 7}'


@pytest.mark.parametrize(
    "situation",
    [
        empty_body,
        web_page,
        path_of_a_file,
        address_of_a_page,
        noise,
        broken_json_feed,
        json_feed_without_items,
    ],
)
def test_what_is_no_feed_is_told(situation: object) -> None:
    """Anything but a feed is one clear error, with its address."""
    assert callable(situation)

    with pytest.raises(FormatError, match=r"^https://a\.example/rss: "):
        parse_feed(situation(), url="https://a.example/rss")


def test_feed_without_items_is_an_empty_reading() -> None:
    """A feed that has nothing to say is no error."""
    found = parse_feed(b"<rss version='2.0'><channel><title>Quiet</title></channel></rss>")

    assert found.title == "Quiet"
    assert found.entries == ()


def test_external_entity_is_not_read() -> None:
    """A feed cannot bring a local file into its entries."""
    body = (
        b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        b"<rss version='2.0'><channel><item><title>&x; pier</title></item></channel></rss>"
    )

    found = parse_feed(body)

    assert [entry.title for entry in found.entries] == ["&x; pier"]


def test_video_is_told_by_its_description() -> None:
    """A media entry without text has what it says of its medium."""
    body = b"""<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
    <title>Films</title><id>f</id><entry><id>v1</id><title>Lock gates</title>
    <link href="https://films.example/1"/><media:group>
    <media:content url="https://films.example/1.mp4" type="video/mp4"/>
    <media:description>The gates close at dusk.</media:description></media:group></entry></feed>"""

    found = parse_feed(body)

    assert found.entries[0].summary == "The gates close at dusk."


def test_an_id_is_no_date() -> None:
    """An entry that names no date has none, whatever its id looks like."""
    body = b"""<rss version="2.0"><channel><title>T</title>
        <item><guid>one</guid><title>Harbour</title><!-- undated --></item>
        <item><guid>two</guid><pubDate>Tue, 24 Nov 2026 08:00 GMT</pubDate></item>
        </channel></rss>"""

    dates = [entry.published_at for entry in parse_feed(body, url="https://a.example/f").entries]

    assert dates == [None, datetime(2026, 11, 24, 8, tzinfo=UTC)]


def test_single_atom_entry_is_a_feed_of_one() -> None:
    """An entry published alone is read."""
    body = b"""<entry xmlns="http://www.w3.org/2005/Atom"><id>urn:1</id><title>Alone</title>
    <link href="https://a.example/1"/><updated>2026-11-24T08:00:00Z</updated></entry>"""

    found = parse_feed(body)

    assert [(entry.id, entry.title) for entry in found.entries] == [("urn:1", "Alone")]


def test_unpaired_surrogate_does_not_stop_a_feed() -> None:
    """A reference that stands for no character is left out."""
    body = b"<rss><channel><item><title>a&#xD800;b</title><link>x</link></item></channel></rss>"

    assert parse_feed(body).entries[0].title == "ab"


def test_long_feed_is_cut_at_the_limit() -> None:
    """Of fifty thousand entries we take as many as we are told to."""
    items = b"".join(b"<item><guid>%d</guid><title>t</title></item>" % n for n in range(50_000))

    found = parse_feed(b"<rss><channel>" + items + b"</channel></rss>", max_entries=20)

    assert [entry.id for entry in found.entries] == [str(n) for n in range(20)]


def test_huge_broken_feed_is_read_as_far_as_time_allows() -> None:
    """Of a feed that only the slow parser can read, the first million characters count."""
    text = "A long report. " * 700
    items = "".join(
        f"<item><guid>{n}</guid><title>t</title><description>{text}<br></description></item>"
        for n in range(150)
    )

    found = parse_feed(f"<rss><channel>{items}</channel></rss>".encode())

    assert 50 < len(found.entries) < 150
    assert all(entry.summary.startswith("A long report.") for entry in found.entries)


def test_long_json_feed_is_cut_at_the_limit() -> None:
    """A JSON feed brings no more entries than we take."""
    items = [{"id": str(number)} for number in range(1000)]
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": items}

    assert len(parse_feed(json.dumps(feed).encode(), max_entries=20).entries) == 20
