"""Sitemaps as publishers make them for news searches become readings. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from lxml import etree

from bot.errors import FormatError
from bot.fetch.dates import instant
from bot.fetch.items import Found, Item, absolute, reading
from bot.fetch.mend import MAX_ENTRIES, mended
from bot.fetch.sniff import Shape, shape_of
from bot.models import Reading
from bot.text.decode import decoded

_ANCIENT = datetime.min.replace(tzinfo=UTC)
_NO_NEWS = "this is a sitemap without news; give the address of the site's news sitemap or feed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitemap:
    """What a sitemap names: news, or further sitemaps, likeliest to hold fresh news first."""

    reading: Reading
    parts: tuple[str, ...] = ()


def parse_sitemap(
    body: bytes, *, url: str, charset: str | None = None, max_entries: int = MAX_ENTRIES
) -> Sitemap:
    """Return what the sitemap `body`, found at `url`, names: the newest first.

    The pages of a plain sitemap are no news: it has no titles, and lists every page there is.

    Raises:
        FormatError: it is no sitemap, or one without news.
    """
    text = decoded(body, charset)
    shape = shape_of(text)
    if shape is not Shape.SITEMAP:
        named = "an empty answer" if shape is Shape.EMPTY else f"a {shape}"
        raise FormatError(url, f"this is {named}, not a sitemap; check the address")
    root = _root(mended(text, url), url)
    if etree.QName(root).localname == "sitemapindex":
        return Sitemap(reading=Reading(link=url), parts=tuple(_parts(root, url)))
    pages = list(_children(root, "url"))
    items = sorted(_items(pages, url), key=lambda item: item.date or _ANCIENT, reverse=True)
    if pages and not items:
        raise FormatError(url, _NO_NEWS)
    found = Found(title=_name(pages), link=url, items=tuple(items))
    # A sitemap names no one: the outlet is called as its first page of news calls it.
    return Sitemap(reading=reading(found, base=url, max_entries=max_entries))


def joined(readings: list[Reading], *, max_entries: int) -> Reading:
    """Return the entries of a sitemap's parts as one reading, each once, the newest first."""
    entries = {entry.id: entry for one in readings for entry in one.entries}
    newest = sorted(
        entries.values(), key=lambda entry: entry.published_at or _ANCIENT, reverse=True
    )
    return replace(readings[0], entries=tuple(newest[:max_entries]))


def _root(xml: str, url: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    root = etree.fromstring(xml.encode(), parser)
    if root is None:
        raise FormatError(url, "a sitemap that cannot be read; tell its publisher")
    return root


def _parts(root: etree._Element, url: str) -> Iterator[str]:
    """Yield the addresses that an index names: those of news first, then the newest."""
    named = [
        (absolute(_text(part, "loc"), url), instant(_text(part, "lastmod")) or _ANCIENT)
        for part in _children(root, "sitemap")
    ]
    named.sort(key=lambda part: ("news" in part[0].lower(), part[1]), reverse=True)
    yield from dict.fromkeys(address for address, _ in named if address)


def _items(pages: list[etree._Element], base: str) -> Iterator[Item]:
    for page in pages:
        news = next(_children(page, "news"), None)
        if news is None or not absolute(_text(page, "loc"), base):
            continue
        publication = next(_children(news, "publication"), None)
        yield Item(
            link=_text(page, "loc"),
            title=_text(news, "title"),
            date=instant(_text(news, "publication_date")),
            language="" if publication is None else _text(publication, "language"),
        )


def _name(pages: list[etree._Element]) -> str:
    names = (_text(one, "name") for page in pages for one in page.iter("{*}publication"))
    return next(filter(None, names), "")


def _children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the children of that name in any namespace: prefixes are often left undeclared."""
    for child in element:
        if str(child.tag).rpartition("}")[2].rpartition(":")[2] == name:
            yield child


def _text(element: etree._Element, name: str) -> str:
    return "".join(
        "".join(map(str, child.itertext())) for child in _children(element, name)
    ).strip()
