"""What a page tells machines about itself: linked data (JSON-LD) and meta tags."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement

from bot.text.visible import one_line

MAX_NODES = 2_000
MAX_SCRIPT = 600_000
_ARTICLE = re.compile(
    r"(?:article|blogposting|liveblogposting|newsstory|report|review)$", re.IGNORECASE
)
_PAGE = re.compile(r"(?:webpage|itempage)$", re.IGNORECASE)
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title", "sailthru.title",
              "parsely-title", "hdl", "headline"),
    "published": ("article:published_time", "og:article:published_time", "og:published_time",
                  "datepublished", "article:published", "publishdate", "publish-date", "pubdate",
                  "date", "dc.date.issued", "dcterms.created", "dc.date", "sailthru.date",
                  "parsely-pub-date", "cxenseparse:recs:publishtime", "originalpublicationdate",
                  "article.published", "ptime", "published_at", "last-published"),
    "modified": ("article:modified_time", "og:updated_time", "datemodified", "lastmod",
                 "last-modified", "dcterms.modified"),
    "author": ("author", "article:author", "article:author_name", "og:article:author",
               "dc.creator", "dcterms.creator", "byl", "sailthru.author", "parsely-author",
               "cxenseparse:author", "twitter:data1"),
    "site": ("og:site_name", "application-name", "twitter:site", "publisher"),
    "language": ("og:locale", "dc.language", "content-language", "inlanguage"),
    "url": ("og:url",),
}  # fmt: skip

Node = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What linked data or meta tags state, most trustworthy first; nothing is cleaned yet."""

    titles: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    body: str = ""
    updates: tuple[Node, ...] = ()


def linked_data(root: HtmlElement) -> Stated:
    """Read what the page's JSON-LD says about the one article it is about."""
    nodes = [node for script in _scripts(root) for node in _nodes(script)]
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    articles = [node for node in nodes if _is_a(node, _ARTICLE)]
    pages = [node for node in nodes if _is_a(node, _PAGE)]
    chosen = articles[:1] or pages[:1]
    if not chosen:
        return Stated()
    node = chosen[0]
    publishers = [_name(one, by_id) for one in _each(node.get("publisher"))]
    return Stated(
        titles=_strings(node, "headline", "name") if articles else (),
        published=_strings(node, "datePublished", "dateCreated"),
        modified=_strings(node, "dateModified"),
        authors=tuple(
            name
            for one in (*_each(node.get("author")), *_each(node.get("creator")))
            if (name := _name(one, by_id)) and not _is_organisation(one, by_id)
        ),
        sites=tuple(filter(None, publishers)),
        languages=_strings(node, "inLanguage"),
        urls=_strings(node, "url"),
        body=max(_strings(node, "articleBody"), key=len, default=""),
        updates=tuple(
            one
            for node in nodes
            for one in _each(node.get("liveBlogUpdate"))
            if isinstance(one, dict)
        ),
    )


def meta_tags(root: HtmlElement) -> Stated:
    """Read OpenGraph and the many spellings of plain meta tags."""
    found: dict[str, list[str]] = {}
    for tag in root.iter("meta"):
        name = (
            tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv")
        )
        content = (tag.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), []).append(content)

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
    )


def _scripts(root: HtmlElement) -> Iterator[object]:
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = (script.text or "").strip().removeprefix("<!--").removesuffix("-->")
        if len(text) > MAX_SCRIPT:
            continue
        try:
            # Line breaks inside strings are wrong JSON, and common.
            yield json.loads(text.strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue


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


def _is_organisation(value: object, by_id: Mapping[str, Node]) -> bool:
    node = _resolved(value, by_id)
    return isinstance(node, dict) and _is_a(node, re.compile("organi[sz]ation$", re.IGNORECASE))


def _resolved(value: object, by_id: Mapping[str, Node]) -> object:
    if isinstance(value, dict) and "name" not in value:
        return by_id.get(str(value.get("@id")), value)
    return value


def _name(value: object, by_id: Mapping[str, Node]) -> str:
    node = _resolved(value, by_id)
    if isinstance(node, dict):
        node = next(iter(_each(node.get("name"))), "")
    return one_line(node, limit=300) if isinstance(node, str) else ""


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
