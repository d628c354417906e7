"""What a text is, from its first characters: a feed, a web page, something else. Pure."""

import json
import re
from collections.abc import Sequence
from enum import StrEnum
from typing import assert_never

from bot.errors import FormatError

_HEAD = 4096
_PROLOGUE = re.compile(
    r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE\s+(?!html)[^\[>]*(?:\[.*?\])?\s*>)", re.DOTALL
)
_ROOT = re.compile(r"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_FEED_TAG = re.compile(r"<(?:rss|rdf:RDF|channel|(?:\w+:)?feed)[\s>]", re.IGNORECASE)
_HTML_TAG = re.compile(r"<(?:!doctype\s+html|html|head|body|title|p|div|article)\b", re.IGNORECASE)
_JSON_FEED = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org', re.IGNORECASE)
_JSON_FEED_KEYS = {"home_page_url", "feed_url", "version"}


class Shape(StrEnum):
    """What a text is."""

    XML_FEED = "feed"
    JSON_FEED = "JSON feed"
    HTML = "web page"
    SITEMAP = "sitemap"
    OPML = "list of feeds"
    XML = "XML document"
    JSON = "JSON document"
    TEXT = "text"
    BINARY = "file that is no text"
    EMPTY = "nothing"


_ROOTS = {
    "rss": Shape.XML_FEED,
    "rdf": Shape.XML_FEED,
    "feed": Shape.XML_FEED,
    "channel": Shape.XML_FEED,
    "entry": Shape.XML_FEED,
    "item": Shape.XML_FEED,
    "html": Shape.HTML,
    "head": Shape.HTML,
    "body": Shape.HTML,
    "urlset": Shape.SITEMAP,
    "sitemapindex": Shape.SITEMAP,
    "opml": Shape.OPML,
}


def shape_of(text: str) -> Shape:
    """Return what `text` is, judged by how it begins.

    >>> shape_of('<?xml version="1.0"?><rss version="2.0">'), shape_of("<!DOCTYPE html><p>Hi")
    (<Shape.XML_FEED: 'feed'>, <Shape.HTML: 'web page'>)
    """
    head = text[:_HEAD]
    if not head.strip():
        return Shape.EMPTY if not text.strip() else Shape.TEXT
    if head.lstrip()[0] in "{[":
        return _json_shape(text)
    root = _root(head)
    if root in _ROOTS:
        return _ROOTS[root]
    feed, html = _FEED_TAG.search(head), _HTML_TAG.search(head)
    if feed and (html is None or feed.start() < html.start()):
        return Shape.XML_FEED  # the words of a broken script stand before it
    if html:
        return Shape.HTML
    if root is not None:
        return Shape.XML
    return Shape.BINARY if _is_binary(head) else Shape.TEXT


def not_a_feed(address: str, shape: Shape, *, feeds: Sequence[str] = ()) -> FormatError:
    """Return the error for something that should have been a feed; `feeds` are those it names."""
    if feeds:
        return FormatError(address, f"this is a web page, not a feed; its feed is {feeds[0]}")
    return FormatError(address, _cure(shape))


def _cure(shape: Shape) -> str:
    match shape:
        case Shape.EMPTY:
            return "an empty answer, not a feed; check the address, or try again later"
        case Shape.HTML:
            return (
                "this is a web page, not a feed; give the address of its feed, or add it as a page"
            )
        case Shape.SITEMAP:
            return "this is a sitemap, not a feed; add it as kind sitemap if it is one of news"
        case Shape.OPML:
            return "this is a list of feeds (OPML); import it with `newsdesk source import`"
        case Shape.XML_FEED | Shape.JSON_FEED:
            return "a feed that cannot be read; tell its publisher"
        case Shape.XML | Shape.JSON | Shape.TEXT | Shape.BINARY:
            return f"this is a {shape}, not a feed; check the address"
        case _:
            assert_never(shape)


def _root(head: str) -> str | None:
    """Return the name of the first element, lower-case, if nothing but a prologue is before it."""
    at = 0
    while found := _PROLOGUE.match(head, at):
        at = found.end()
    if head[at : at + 14].lower() == "<!doctype html":
        return "html"
    tag = _ROOT.match(head, at)
    return tag[2].lower() if tag else None


def _json_shape(text: str) -> Shape:
    if _JSON_FEED.search(text[:_HEAD]):
        return Shape.JSON_FEED
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        return Shape.TEXT
    if isinstance(whole, dict) and isinstance(whole.get("items"), list):
        return Shape.JSON_FEED if _JSON_FEED_KEYS & whole.keys() else Shape.JSON
    return Shape.JSON


def _is_binary(head: str) -> bool:
    """Say whether the text is what bytes look like that never were text."""
    strange = sum(char == "\ufffd" or "\x7f" <= char <= "\x9f" for char in head)
    return head.startswith(("%PDF-", "PK\x03\x04")) or strange * 10 > len(head)
