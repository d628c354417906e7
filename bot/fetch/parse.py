"""A feed's bytes become a reading: RSS, Atom, RDF and JSON Feed, well made or not."""

import io
import re
from calendar import timegm
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from lxml import etree

from bot.errors import FormatError
from bot.fetch.dates import instant
from bot.fetch.elements import found_in_elements
from bot.fetch.freshness import wishes
from bot.fetch.hubs import hub_of
from bot.fetch.items import Found, Item, reading
from bot.fetch.jsonfeed import found_in_json
from bot.fetch.mend import MAX_ENTRIES, mended
from bot.fetch.sniff import Shape, not_a_feed, shape_of
from bot.fetch.webpage import web_page_of
from bot.models import Reading
from bot.text.decode import decoded

_ITEM = re.compile(r"<(?:\w+:)?(?:item|entry)[\s>]", re.IGNORECASE)
_MAX_LENIENT = 1_000_000
"""Characters. feedparser takes 6 s for a million of the worst kind; the fast one takes all."""


def parse_feed(
    body: bytes,
    *,
    url: str = "",
    charset: str | None = None,
    links: Sequence[str] = (),
    max_entries: int = MAX_ENTRIES,
) -> Reading:
    """Return what the feed `body`, found at `url`, offers, in its own order.

    `links` are the `Link` headers that came with it.

    Raises:
        FormatError: it is no feed, or none that can be read.
    """
    text = decoded(body, charset)
    return replace(
        parse_text(text, url=url, max_entries=max_entries), hub=hub_of(text, links=links, url=url)
    )


def parse_text(text: str, *, url: str = "", max_entries: int = MAX_ENTRIES) -> Reading:
    """Return what a decoded feed offers, as `parse_feed`."""
    shape, asked = shape_of(text), wishes(text)
    match shape:
        case Shape.JSON_FEED:
            found = found_in_json(text, url, max_entries=max_entries)
        case Shape.XML_FEED:
            found = _found_in_xml(mended(text, url, max_entries=max_entries), url)
        case Shape.HTML:
            raise not_a_feed(url, shape, feeds=web_page_of(text, url).feeds)
        case _:
            raise not_a_feed(url, shape)
    made = reading(found, base=url, max_entries=max_entries)
    return replace(made, fresh_for=asked.fresh_for, quiet_hours=asked.quiet_hours)


def _found_in_xml(xml: str, url: str) -> Found:
    """Return the feed by its elements, or by the lenient parser where they are not well-formed."""
    root = _well_formed(xml)
    if root is None:
        return _lenient(xml, url)
    found = found_in_elements(root, url)
    return found if found.items or not _ITEM.search(xml) else _lenient(xml, url)


def _well_formed(xml: str) -> etree._Element | None:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(xml.encode(), parser)
    except etree.XMLSyntaxError:
        return None


def _lenient(xml: str, url: str) -> Found:
    import feedparser

    xml = _first_entries(xml)
    try:
        # A stream always: given bytes or a string that name a file it would open that file.
        feed = feedparser.parse(
            io.BytesIO(xml.encode()),
            response_headers={
                "content-type": "application/xml; charset=utf-8",
                "content-location": url,
            },
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception as error:
        raise FormatError(url, "a feed that cannot be read; tell its publisher") from error
    return Found(
        title=_text(feed.feed, "title"),
        # It loses the semicolon of "&amp;" in the link of a feed that is not well-formed.
        link=re.sub(r"&amp(?=\w+=)", "&", _text(feed.feed, "link")),
        language=_text(feed.feed, "language"),
        items=tuple(_lenient_item(entry, feed.version) for entry in feed.entries),
    )


def _first_entries(xml: str) -> str:
    """Return the entries of a huge feed that the lenient parser can do in a few seconds."""
    if len(xml) <= _MAX_LENIENT:
        return xml
    ends = (xml.rfind(end, 0, _MAX_LENIENT) for end in ("</item>", "</entry>"))
    cut = max(ends)
    return xml[: cut if cut > 0 else _MAX_LENIENT]


def _lenient_item(entry: Mapping[str, Any], version: str) -> Item:
    contents = _stored(entry, "content") or ()
    if version.startswith("rss") and _text(entry, "summary"):
        # RSS has its text as HTML; plain is a caption, or what a podcast says to players.
        contents = [content for content in contents if content.get("type") != "text/plain"]
    return Item(
        id=_text(entry, "id"),
        link=_text(entry, "link"),
        title=_text(entry, "title"),
        summary=_text(entry, "summary"),
        content=_longest(contents),
        author=_text(entry, "author"),
        date=_lenient_date(entry),
    )


def _lenient_date(entry: Mapping[str, Any]) -> datetime | None:
    for name in ("published", "updated", "created"):
        moment = instant(_text(entry, name))
        if moment:
            return moment
        parts = _stored(entry, f"{name}_parsed")
        with suppress(ValueError, TypeError, OverflowError, OSError):
            return datetime.fromtimestamp(timegm(parts), UTC)
    return None


def _stored(entry: Mapping[str, Any], key: str) -> Any:  # noqa: ANN401  either parser's values
    """Return a value as it is stored: feedparser's own look-up goes by other names too."""
    return dict.get(entry, key) if isinstance(entry, dict) else entry.get(key)


def _text(entry: Mapping[str, Any], key: str) -> str:
    value = _stored(entry, key)
    return value if isinstance(value, str) else ""


def _longest(contents: Any) -> str:  # noqa: ANN401  either parser's list of contents
    """Return the fullest content; a caption that came as media is plain text and steps back."""
    values = [
        (content.get("type") != "text/plain", len(value), value)
        for content in contents or ()
        if isinstance(value := content.get("value"), str)
    ]
    return max(values, default=(False, 0, ""))[2]
