"""Lists of feeds (OPML), as other readers write them and as we do."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml import etree

from bot.errors import FormatError, SourceError
from bot.fetch.address import Opened, typed_url, visitable
from bot.fetch.items import plain, source_id
from bot.fetch.mend import mended
from bot.fetch.sniff import Shape, shape_of
from bot.models import Page, Source
from bot.text.decode import decoded
from bot.text.visible import one_line

_MAX_NAME = 80
_MAX_TOPICS = 5
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscriptions:
    """The feeds that a list names, each address once, and what is wrong with the other lines."""

    title: str
    feeds: tuple[Source, ...]
    problems: tuple[str, ...]


def subscriptions(page: Page, *, may_be_private: bool = False) -> Subscriptions:
    """Return the feeds that a list names. Nothing is fetched: the guard stands at each visit.

    `may_be_private`: an operator's list may name addresses of the own network, some of which
    the settings may have opened; from others they are problems.

    Raises:
        FormatError: it is no list of feeds.
    """
    text = decoded(page.body, page.charset)
    shape = shape_of(text)
    if shape is not Shape.OPML:
        named = "an empty answer" if shape is Shape.EMPTY else f"a {shape}"
        raise FormatError(page.url, f"this is {named}, not a list of feeds (OPML)")
    listed = _parsed(mended(text, page.url))
    feeds: dict[str, Source] = {}
    problems: list[str] = []
    for address, title, topics in listed.outlines:
        try:
            own = _own(address) if may_be_private else frozenset()
            feed = _feed(address, title, topics, allowed=own)
            feeds.setdefault(feed.address, feed)
        except SourceError as error:
            problems.append(str(error))
    return Subscriptions(title=listed.title, feeds=tuple(feeds.values()), problems=tuple(problems))


def opml_of(sources: Sequence[Source], *, title: str) -> str:
    """Return a list of the feeds among `sources`; other readers know of no other kinds.

    >>> opml_of([], title="Ours & theirs").splitlines()[1:4]
    ['<opml version="2.0">', '  <head>', '    <title>Ours &amp; theirs</title>']
    """
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = title
    body = etree.SubElement(root, "body")
    for source in feeds_of(sources):
        name = one_line(source.name)
        outline = etree.SubElement(
            body, "outline", type="rss", text=name, title=name, xmlUrl=source.address
        )
        if source.topics:
            outline.set("category", ",".join(one_line(topic) for topic in source.topics))
    declared = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return declared.decode()


def feeds_of(sources: Sequence[Source]) -> tuple[Source, ...]:
    """Return the sources that a list of feeds can name."""
    return tuple(source for source in sources if source.kind == "feed")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    title: str
    outlines: tuple[tuple[str, str, tuple[str, ...]], ...]


def _parsed(xml: str) -> _Listed:
    """Return a list's title, and the address, title and topics of each of its lines."""
    import listparser

    # Bytes always: given a string that starts with "http" it would go and fetch it.
    found = listparser.parse(xml.encode())
    return _Listed(
        title=plain(str(found["meta"].get("title", "")), _MAX_NAME),
        outlines=tuple(
            (str(feed["url"]), plain(str(feed["title"]), _MAX_NAME), _topics(feed["tags"]))
            for feed in found["feeds"]
        ),
    )


def _topics(tags: Sequence[str]) -> tuple[str, ...]:
    """Return the folders and categories of a line as topics: "World News" is "world-news"."""
    named = ("-".join(one_line(tag, limit=40).lower().split()) for tag in tags)
    return tuple(dict.fromkeys(filter(None, named)))[:_MAX_TOPICS]


def _feed(address: str, title: str, topics: tuple[str, ...], *, allowed: Opened) -> Source:
    """Return the feed of a line.

    Raises:
        RefusedError: its address is none that is ever visited.
    """
    address = typed_url(address)
    host = visitable(address, allowed).host or ""
    return Source(
        id=source_id("feed", address),
        kind="feed",
        address=address,
        name=title or host.removeprefix("www."),
        topics=topics,
    )


def _own(address: str) -> Opened:
    """Return the address and port that an address names, as if the settings had opened them."""
    with suppress(ValueError):
        parts = urlsplit(typed_url(address))
        return frozenset({(parts.hostname or "", parts.port or _PORTS.get(parts.scheme, 0))})
    return frozenset()
