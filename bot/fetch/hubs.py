"""Where a feed says that its news is pushed from: the WebSub hub, and its own name there. Pure.

A feed says it in the `Link` headers of its answer (RFC 8288) or in itself; the headers win, and
either may complete the other (https://www.w3.org/TR/websub/#discovery).
"""

import html
import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress

from bot.fetch.items import absolute
from bot.models import Hub

MAX_LINKS = 20
"""`Link` headers that are looked at, each as long as a server may make one."""

_HEAD = 50_000
_FIRST_ITEM = re.compile(r"<(?:\w+:)?(?:item|entry)[\s>]", re.IGNORECASE)
_ELEMENT = re.compile(r"<(?:\w{1,20}:)?link\s([^<>]{1,4000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\b(rel|href)\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_HEADER = re.compile(r"<([^<>]{1,2000})>([^<>]{0,2000})")
_REL = re.compile(r""";\s{0,9}rel\s{0,9}=\s{0,9}(?:"([^"]*)"|([^\s;,"]+))""", re.IGNORECASE)

_Named = Iterator[tuple[str, str]]
"""Relations with their addresses, as they are named."""


def hub_of(text: str, *, links: Sequence[str] = (), url: str = "") -> Hub | None:
    """Return the hub of the feed `text`, found at `url` with the `Link` headers `links`.

    None when it names no hub, or not what it is itself called there.

    >>> hub_of('<rss><channel><atom:link rel="hub" href="https://hub.example/"/>'
    ... '<atom:link rel="self" href="/feed"/><item>', url="https://a.example/rss")
    Hub(address='https://hub.example/', topic='https://a.example/feed')
    """
    found: dict[str, str] = {}
    for relations, address in (*_in_headers(links), *_in_feed(text)):
        for relation in relations.lower().split():
            if relation in {"hub", "self"} and (where := absolute(address, url)):
                found.setdefault(relation, where)
    if "hub" not in found or "self" not in found:
        return None
    return Hub(address=found["hub"], topic=found["self"])


def _in_headers(links: Sequence[str]) -> _Named:
    for value in links:
        for address, parameters in _HEADER.findall(value):
            relation = _REL.search(parameters)
            if relation:
                yield relation[1] or relation[2], address


def _in_feed(text: str) -> _Named:
    """Yield what stands before the entries: theirs name other things."""
    if text.lstrip("\ufeff \t\r\n").startswith("{"):
        yield from _in_json(text)
        return
    first = _FIRST_ITEM.search(text, 0, _HEAD)
    for element in _ELEMENT.finditer(text, 0, first.start() if first else _HEAD):
        attributes = {
            name.lower(): html.unescape(double or single)
            for name, double, single in _ATTRIBUTE.findall(element[1])
        }
        yield attributes.get("rel", ""), attributes.get("href", "")


def _in_json(text: str) -> _Named:
    if '"hubs"' not in text:
        return
    with suppress(ValueError, RecursionError, TypeError, AttributeError):  # any shape of JSON
        feed = json.loads(text)
        yield "self", str(feed.get("feed_url") or "")
        for hub in feed.get("hubs") or ():
            if str(hub.get("type")).lower() == "websub":
                yield "hub", str(hub.get("url"))
