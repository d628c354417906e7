"""A well-formed feed's elements become items: RSS of every age, RDF, Atom and CDF. Pure.

What an element says is told by its namespace and its local name, of whatever prefix and case.
Of several names for the same thing the usual one counts; of an id, a link or a date given twice
the last does, as in other readers.
"""

import re
from base64 import b64decode
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from html import escape
from urllib.parse import urljoin

from lxml import etree

from bot.fetch.dates import instant
from bot.fetch.items import Found, Item

_XML = "{http://www.w3.org/XML/1998/namespace}"
_XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
_RDF_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_FEED = "feed"
"""Stands for every namespace in which feeds themselves are written, and for none at all."""

_NAMESPACES = {
    "": _FEED,
    "http://www.w3.org/2005/atom": _FEED,
    "http://purl.org/atom/ns#": _FEED,
    "http://purl.org/rss/1.0/": _FEED,
    "http://purl.org/net/rss1.1#": _FEED,
    "http://my.netscape.com/rdf/simple/0.9/": _FEED,
    "http://channel.netscape.com/rdf/simple/0.9/": _FEED,
    "http://backend.userland.com/rss2": _FEED,
    "http://blogs.law.harvard.edu/tech/rss": _FEED,
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/elements/1.0/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://search.yahoo.com/mrss": "media",
    "http://search.yahoo.com/mrss/": "media",
}
# What an element says, likeliest first.
_MEANINGS = {
    "title": ("feed title", "dc title", "media title", "itunes title"),
    "id": ("feed guid", "feed id"),
    "date": (
        *("feed pubdate", "feed published", "feed issued", "dcterms issued", "dc date"),
        *("feed updated", "feed modified", "dcterms modified", "feed date", "feed lastmod"),
        *("feed created", "dcterms created", "dc created"),
    ),
    "summary": (
        *("feed description", "feed summary", "dc description", "feed abstract"),
        *("itunes summary", "itunes subtitle", "media description"),
    ),
    "content": ("content encoded", "feed content", "xhtml body", "xhtml div", "feed fullitem"),
    "author": ("feed author", "dc creator", "dc author", "itunes author"),
    "language": ("feed language", "dc language"),
    "link": ("feed link",),
}
_SAYS = {
    name: (meaning, rank) for meaning, names in _MEANINGS.items() for rank, name in enumerate(names)
}
_ITEMS = frozenset({"feed item", "feed entry"})
_ITEM_TAGS = ("{*}item", "{*}entry", "{*}ITEM", "{*}Item")
_ALTERNATE = frozenset({"", "alternate", "http://www.iana.org/assignments/relation/alternate"})
_PAGES = frozenset({"", "text/html", "application/xhtml+xml"})
_MARKUP_TYPES = ("html", "xhtml", "text/", "xml")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


@dataclass(slots=True)
class _Said:
    """What an element's children say: for each meaning the elements, each with its rank."""

    about: dict[str, list[tuple[int, etree._Element]]]

    def of(self, meaning: str) -> list[etree._Element]:
        """Return the elements that have a meaning, the usual first, then in their own order."""
        found = self.about.get(meaning, ())
        if len(found) > 1:
            found = sorted(found, key=lambda one: one[0])
        return [element for _, element in found]

    def latest(self, meaning: str) -> list[etree._Element]:
        """Return the elements that have a meaning, the usual first, then the last first."""
        found = self.about.get(meaning, ())
        if len(found) > 1:
            found = list(reversed(found))
            found.sort(key=lambda one: one[0])
        return [element for _, element in found]

    def text(self, meaning: str) -> str:
        """Return the first text with a meaning that is not empty."""
        return next(filter(None, map(_value, self.of(meaning))), "")


class _Reader:
    """Reads one feed: what its names mean is looked up once a name."""

    def __init__(self, root: etree._Element) -> None:
        self._own = etree.QName(root).namespace or ""
        self._names: dict[str, str] = {}
        self._says: dict[str, tuple[str, int] | None] = {}

    def name(self, element: etree._Element) -> str:
        """Return an element's name as "namespace local", both as we call them."""
        tag = element.tag
        known = self._names.get(tag)
        if known is None:
            space, _, local = tag.rpartition("}")
            known = self._names[tag] = f"{self._space(space[1:])} {local.lower()}"
        return known

    def _space(self, space: str) -> str:
        # A namespace of a publisher's own invention on the root is that of the feed.
        return _FEED if space == self._own else _NAMESPACES.get(space.lower(), "another")

    def said(self, element: etree._Element) -> _Said:
        """Return what the children of an element say."""
        about: dict[str, list[tuple[int, etree._Element]]] = {}
        for child in element:
            tag = child.tag
            if tag not in self._says:
                self._says[tag] = _SAYS.get(self.name(child))
            if says := self._says[tag]:
                meaning, rank = says
                about.setdefault(meaning, []).append((rank, child))
        return _Said(about)

    def items(self, root: etree._Element) -> list[etree._Element]:
        """Return the elements of the items, in the order of the feed."""
        if self.name(root) in _ITEMS:
            return [root]
        return [element for element in root.iter(_ITEM_TAGS) if self.name(element) in _ITEMS]


def found_in_elements(root: etree._Element, base: str = "") -> Found:
    """Return what a feed offers. Links are as they stand, but for those that name their base."""
    reader = _Reader(root)
    head = _head(root, reader)
    said = reader.said(head)
    return Found(
        title=said.text("title"),
        link=_link(said, base) or _attribute(head, "href"),
        language=said.text("language") or root.get(f"{_XML}lang", ""),
        items=tuple(_item(element, reader, base) for element in reader.items(root)),
    )


def _head(root: etree._Element, reader: _Reader) -> etree._Element:
    """Return the element that says what the feed is: the channel, or the root itself."""
    return next((one for one in root if reader.name(one) == "feed channel"), root)


def _item(element: etree._Element, reader: _Reader, base: str) -> Item:
    said = reader.said(element)
    guid, is_permanent = _guid(said)
    return Item(
        id=guid or element.get(_RDF_ABOUT, ""),
        link=_link(said, base) or (guid if is_permanent else "") or _attribute(element, "href"),
        title=said.text("title") or _of_medium(element, reader, "media title"),
        summary=said.text("summary") or _of_medium(element, reader, "media description"),
        content=max(map(_value, said.of("content")), key=len, default=""),
        author=_author(said, reader),
        date=_date(element, said),
        language=said.text("language") or element.get(f"{_XML}lang", ""),
    )


def _guid(said: _Said) -> tuple[str, bool]:
    """Return the id, and whether it is the page's address too: RSS has it so unless it says no."""
    for element in said.latest("id"):
        guid = _text(element).strip()
        if guid:
            says = element.get("isPermaLink", "true").strip().lower()
            is_rss = element.tag.lower().endswith("guid")
            return guid, is_rss and says != "false" and _ADDRESS.fullmatch(guid) is not None
    return "", False


def _link(said: _Said, base: str) -> str:
    """Return where the page is: a link's text, or else the address of an alternate."""
    other = ""
    for element in said.latest("link"):
        href = element.get("href") or element.get(_XLINK_HREF)
        if href is None:
            href = _text(element).strip()
        elif element.get("rel", "").strip().lower() not in _ALTERNATE:
            continue
        if href and element.get("type", "") in _PAGES:
            return _based(href, element, base)
        other = other or (href and _based(href, element, base))
    return other


def _based(link: str, element: etree._Element, base: str) -> str:
    """Return a link as it stands, or resolved where its element names a base of its own."""
    own = element.base
    if not own:
        return link
    with suppress(ValueError):
        return urljoin(urljoin(base, own), link.strip())
    return link


def _attribute(element: etree._Element, name: str) -> str:
    """Return an attribute of whatever case: CDF shouts."""
    return str(element.get(name) or element.get(name.upper()) or "")


def _of_medium(element: etree._Element, reader: _Reader, name: str) -> str:
    """Return what a medium says of itself, where the item says nothing."""
    for one in element.iter("*"):
        if reader.name(one) == name and one.text:
            return str(one.text)
    return ""


def _author(said: _Said, reader: _Reader) -> str:
    """Return the names of the authors, as the first kind of element has them that has any."""
    first, told = len(_MEANINGS["author"]), ""
    for rank, element in said.about.get("author", ()):
        name = _name(element, reader) if rank <= first else ""
        if name and rank < first:
            first, told = rank, name
        elif name and name not in told.split(", "):
            told = f"{told}, {name}"
    return told


def _name(element: etree._Element, reader: _Reader) -> str:
    """Return a person's name: RSS has it as text, Atom in an element of its own."""
    parts = [part for part in element if reader.name(part) == "feed name"]
    if parts:
        return _text(parts[0]).strip()
    return "" if len(element) else (element.text or "").strip()


def _date(element: etree._Element, said: _Said) -> datetime | None:
    """Return the first date that can be read."""
    for one in said.latest("date"):
        moment = instant(_text(one))
        if moment:
            return moment
    return instant(_attribute(element, "lastmod"))


def _text(element: etree._Element) -> str:
    """Return the text of an element and of what is in it."""
    if not len(element):
        return element.text or ""
    return "".join(map(str, element.itertext()))


def _value(element: etree._Element) -> str:
    """Return an element's text, or its markup where it has elements."""
    if element.get("src"):
        return ""
    if len(element):
        return _inner(element).strip()
    text = element.text or ""
    if _is_packed(element):
        with suppress(ValueError):
            return b64decode(text, validate=False).decode()
    return text


def _is_packed(element: etree._Element) -> bool:
    """Say whether an Atom element holds base64: it says so, or its type is none of text."""
    if mode := element.get("mode"):
        return mode == "base64"
    kind = element.get("type", "")
    return "/" in kind and not any(part in kind for part in _MARKUP_TYPES)


def _inner(element: etree._Element) -> str:
    """Return the markup within an element, without the namespaces of its parts."""
    return escape(element.text or "", quote=False) + "".join(map(_outer, element))


def _outer(element: etree._Element) -> str:
    name = etree.QName(element).localname
    attributes = "".join(
        f' {etree.QName(key).localname}="{escape(str(value))}"' for key, value in element.items()
    )
    inner = _inner(element)
    whole = f"<{name}{attributes}>{inner}</{name}>" if inner else f"<{name}{attributes}/>"
    return whole + escape(element.tail or "", quote=False)
