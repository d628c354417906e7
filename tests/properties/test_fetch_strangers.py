"""Whatever strangers send, reading it ends in entries or in one kind of error."""

from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import FormatError, RefusedError
from bot.fetch.address import is_public, typed_url, visitable
from bot.fetch.items import plain
from bot.fetch.parse import parse_feed
from bot.fetch.webpage import web_page_of
from bot.text.decode import decoded

TAGS = ("rss", "channel", "item", "title", "link", "guid", "feed", "entry", "id", "p", "![CDATA[")
PIECES = st.one_of(
    st.sampled_from(TAGS).map("<{}>".format),
    st.sampled_from(TAGS).map("</{}>".format),
    st.sampled_from(
        ["]]>", "&", "&amp;", "&#xD800;", "<", "<!--", "-->", "<!DOCTYPE", "xml:base="]
    ),
    st.text(max_size=8),
)
MARKUP = st.lists(PIECES, max_size=30).map("".join)


@given(st.binary(max_size=400), st.none() | st.text(max_size=12))
def test_bytes_always_become_text(body: bytes, charset: str | None) -> None:
    """Any bytes under any declaration give text that can be encoded, without NUL."""
    text = decoded(body, charset)

    assert "\x00" not in text
    assert text.encode().decode() == text


@settings(max_examples=200)
@given(MARKUP)
def test_any_markup_is_a_feed_or_a_format_error(markup: str) -> None:
    """Parsing anything as a feed gives distinct entries or a FormatError, never another error."""
    body = f"<rss><channel>{markup}</channel></rss>".encode("utf-8", "replace")

    with suppress(FormatError):
        found = parse_feed(body, url="https://a.example/rss")
        ids = [entry.id for entry in found.entries]
        assert all(ids)
        assert len(set(ids)) == len(ids)


@given(MARKUP)
def test_any_markup_is_a_page(markup: str) -> None:
    """Any markup has a title of one line and headlines on the web."""
    text = decoded(markup.encode("utf-8", "replace"))
    page = web_page_of(f"<!doctype html>{text}", "https://a.example/")

    assert "\n" not in page.title
    assert all(headline.url.startswith("http") for headline in page.headlines)


@given(st.text(max_size=200))
def test_title_is_one_short_line(text: str) -> None:
    """Any title comes out plain, short and on one line."""
    line = plain(text, 50)

    assert len(line) <= 50
    assert "\n" not in line
    assert line == line.strip()


@given(st.ip_addresses())
def test_literal_is_visited_only_when_public(address: IPv4Address | IPv6Address) -> None:
    """A URL with an IP address is let through exactly when the address is public."""
    host = f"[{address}]" if isinstance(address, IPv6Address) else str(address)

    try:
        url = visitable(f"http://{host}/")
    except RefusedError:
        assert not is_public(str(address))
    else:
        assert is_public(url.raw_host or "")


@given(st.text(max_size=60), st.sampled_from(["", "http://", "https://", "http://10.0.0.1", "//"]))
def test_any_text_is_a_web_address_or_refused(text: str, start: str) -> None:
    """What is let through is http or https with a host and no login; all else is refused."""
    with suppress(RefusedError):
        url = visitable(typed_url(start + text))
        assert url.scheme in {"http", "https"}
        assert url.raw_host
        assert url.raw_user is None
