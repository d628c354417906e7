"""What a page tells machines about itself: linked data (JSON-LD), meta tags, microdata."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from lxml.html import HtmlElement

from bot.extract.scriptdata import data_of
from bot.text.visible import one_line

MAX_NODES = 2_000
_ARTICLE = re.compile(
    r"(?:article|blogposting|liveblogposting|newsstory|report|review)$", re.IGNORECASE
)
_PAGE = re.compile(r"(?:webpage|itempage)$", re.IGNORECASE)
_ORGANISATION = re.compile(r"organi[sz]ation$", re.IGNORECASE)
_DUBLIN_CORE = re.compile(r"^(?:dc|dcterms?)[:.]")
_META = {
    "title": ("og:title", "dc.title", "sailthru.title", "parsely-title", "hdl", "headline",
              "twitter:title"),
    "published": ("article:published_time", "og:article:published_time", "og:published_time",
                  "datepublished", "article:published", "publishdate", "publish-date", "pubdate",
                  "date", "dc.date.issued", "dc.created", "dc.date", "dc.issued", "sailthru.date",
                  "parsely-pub-date", "cxenseparse:recs:publishtime", "originalpublicationdate",
                  "article.published", "ptime", "published_at", "last-published"),
    "modified": ("article:modified_time", "og:updated_time", "datemodified", "lastmod",
                 "last-modified", "dc.modified"),
    "author": ("author", "article:author", "article:author_name", "og:article:author",
               "dc.creator", "byl", "sailthru.author", "parsely-author", "cxenseparse:author",
               "twitter:data1"),
    "site": ("og:site_name", "application-name", "twitter:site", "publisher"),
    "language": ("og:locale", "dc.language", "content-language", "inlanguage"),
    "url": ("og:url",),
    "section": ("article:section", "og:article:section", "parsely-section", "sailthru.section",
                "cxenseparse:recs:category", "section", "articlesection"),
    "picture": ("og:image:secure_url", "og:image", "og:image:url", "twitter:image",
                "twitter:image:src", "parsely-image-url", "sailthru.image.full"),
}  # fmt: skip
_ITEMS = frozenset(["headline", "datepublished", "datemodified", "articlesection", "inlanguage"])
_LONGEST_ITEM = 300

Node = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What linked data or meta tags state, most trustworthy first; nothing is cleaned yet.

    `authors` are the people among those who `signed`. `tags` are all meta tags by their name.
    """

    titles: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    signed: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    trail: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    is_free: bool | None = None
    body: str = ""
    updates: tuple[Node, ...] = ()
    tags: Mapping[str, tuple[str, ...]] | None = None


def linked_data(root: HtmlElement) -> Stated:
    """Read what the page's JSON-LD says about the one article it is about."""
    nodes = [node for script in _scripts(root) for node in _nodes(script)]
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    articles = [node for node in nodes if _is_a(node, _ARTICLE)]
    told = [node for node in articles if "headline" in node or "datePublished" in node]
    chosen = told[:1] or articles[:1] or [node for node in nodes if _is_a(node, _PAGE)][:1]
    updates = tuple(
        one for node in nodes for one in _each(node.get("liveBlogUpdate")) if isinstance(one, dict)
    )
    if not chosen:
        return Stated(trail=_trail(nodes), updates=updates)
    node = chosen[0]
    signing = _each(node.get("author")) or _each(node.get("creator"))
    signed = [(one, _name(one, by_id)) for one in signing]
    return Stated(
        titles=_strings(node, "headline", "name") if articles else (),
        published=_strings(node, "datePublished", "dateCreated"),
        modified=_strings(node, "dateModified"),
        authors=tuple(name for one, name in signed if name and not _is_firm(one, by_id)),
        signed=tuple(name for _, name in signed if name),
        sites=tuple(filter(None, (_name(one, by_id) for one in _each(node.get("publisher"))))),
        languages=_strings(node, "inLanguage"),
        urls=_strings(node, "url"),
        sections=_strings(node, "articleSection"),
        trail=_trail(nodes),
        pictures=tuple(_pictures(node.get("image"), by_id)),
        is_free=_is_free(node),
        body=max(_strings(node, "articleBody"), key=len, default=""),
        updates=updates,
    )


def meta_tags(root: HtmlElement) -> Stated:
    """Read OpenGraph, the many spellings of plain meta tags, and marked parts of the page."""
    found: dict[str, list[str]] = {}
    for tag in root.iter("meta"):
        name = (
            tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv")
        )
        content = (tag.get("content") or tag.get("value") or "").strip()
        # RDFa: a property may have several names, parted by spaces.
        for one in name.lower().split() if name and content else ():
            found.setdefault(_DUBLIN_CORE.sub("dc.", one), []).append(content)
    for name, content in _items(root):
        found.setdefault(name, []).append(content)

    def ranked(kind: str) -> tuple[str, ...]:
        return tuple(value for name in _META[kind] for value in found.get(name, ()))

    return Stated(
        titles=ranked("title"),
        published=ranked("published"),
        modified=ranked("modified"),
        authors=tuple(name for name in ranked("author") if "://" not in name),
        sites=ranked("site"),
        languages=ranked("language"),
        urls=ranked("url"),
        sections=ranked("section"),
        pictures=ranked("picture"),
        tags={name: tuple(values) for name, values in found.items()},
    )


def _items(root: HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield what microdata and RDFa mark in the page itself: the first of each kind."""
    for element in root.xpath("//*[(@itemprop or @property) and not(self::meta)]"):
        name = str(element.get("itemprop") or element.get("property")).lower()
        name = name.rpartition(":")[2]
        if name in _ITEMS:
            value = element.get("content") or element.get("datetime")
            said = value or one_line(str(element.text_content()), limit=_LONGEST_ITEM)
            if said:
                yield name, said


def _scripts(root: HtmlElement) -> Iterator[object]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            yield data_of(script.text or "")


def _nodes(data: object) -> Iterator[Node]:
    """Yield every object in the data, outermost first: graphs and lists are no obstacle."""
    waiting: list[object] = [data]
    for _ in range(MAX_NODES):
        if not waiting:
            return
        one = waiting.pop(0)
        if isinstance(one, dict):
            yield one
            waiting.extend(value for value in one.values() if isinstance(value, dict | list))
        elif isinstance(one, list):
            waiting.extend(one)


def _is_a(node: Node, pattern: re.Pattern[str]) -> bool:
    return any(pattern.search(kind) for kind in _each(node.get("@type")) if isinstance(kind, str))


def _is_firm(value: object, by_id: Mapping[str, Node]) -> bool:
    node = _resolved(value, by_id)
    return isinstance(node, dict) and _is_a(node, _ORGANISATION)


def _is_free(node: Node) -> bool | None:
    """Return whether all may read it, if it says; one part that costs makes it not free."""
    parts = [node, *(one for one in _each(node.get("hasPart")) if isinstance(one, dict))]
    said = [
        str(one["isAccessibleForFree"]).lower() for one in parts if "isAccessibleForFree" in one
    ]
    return not any(word.endswith("false") for word in said) if said else None


def _trail(nodes: list[Node]) -> tuple[str, ...]:
    """Return the names of the page's breadcrumbs, from the front page down."""
    lists = (node for node in nodes if _is_a(node, re.compile("BreadcrumbList$")))
    items = _each(next(lists, {}).get("itemListElement"))
    names: list[str] = []
    for item in items:
        if isinstance(item, dict):
            inner = item.get("item")
            names += [_name(item, {}) or (_name(inner, {}) if isinstance(inner, dict) else "")]
    return tuple(filter(None, names))


def _pictures(value: object, by_id: Mapping[str, Node]) -> Iterator[str]:
    for one in _each(value):
        node = by_id.get(str(one.get("@id")), one) if isinstance(one, dict) else one
        address = (node.get("url") or node.get("contentUrl")) if isinstance(node, dict) else node
        yield from (found for found in _each(address) if isinstance(found, str))


def _resolved(value: object, by_id: Mapping[str, Node]) -> object:
    if isinstance(value, dict) and "name" not in value:
        return by_id.get(str(value.get("@id")), value)
    return value


def _name(value: object, by_id: Mapping[str, Node]) -> str:
    node = _resolved(value, by_id)
    if isinstance(node, dict):
        node = next(iter(_each(node.get("name"))), "")
    return one_line(unescape(node), limit=300) if isinstance(node, str) else ""


def _strings(node: Node, *keys: str) -> tuple[str, ...]:
    return tuple(
        value.strip()
        for key in keys
        for value in _each(node.get(key))
        if isinstance(value, str) and value.strip()
    )


def _each(value: object) -> tuple[object, ...]:
    if value is None:
        return ()
    return tuple(value) if isinstance(value, list) else (value,)
