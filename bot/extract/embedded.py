"""Articles that a page carries as data for its own scripts, found by their shape."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from html import escape

from bot.extract.scriptdata import data_of
from bot.extract.structured import Stated

_OPENING = re.compile(r"<script\b([^>]{0,500})>", re.IGNORECASE)
_CLOSING = re.compile(r"</script", re.IGNORECASE)
_START = re.compile(r"^\s*(?=[{\[])|=\s*(?=[{\[])")
_TELLING = re.compile(r'"(?:headlines?|title|articleBody|body|paragraphs|content_elements)"\s*:')
_HEADLINES = ("headline", "headlines", "title", "articleTitle", "name")
_SPELLINGS = ("basic", "default", "main", "text", "title", "rendered", "headline")
_BODIES = (
    "articleBody", "body", "bodyHtml", "body_html", "bodyText", "content", "contentHtml",
    "content_elements", "paragraphs", "blocks", "components", "elements", "text", "html", "story",
)  # fmt: skip
_PARTS = ("content", "text", "html", "value", "body", "children", "paragraph", "rendered", "data")
_SAYING = re.compile(
    r"text|doc|root|paragraph|^p$|head|subtitle|html|list|item|quote|block|body|content|raw|section",
    re.IGNORECASE,
)
_PUBLISHED = (
    "datePublished", "publishedAt", "published_at", "publishDate", "publish_date", "publishedDate",
    "published_date", "publicationDate", "publication_date", "first_publish_date", "firstPublished",
    "firstPublishedDate", "display_date", "published", "pubDate", "date",
)  # fmt: skip
_MODIFIED = (
    "dateModified", "updatedAt", "updated_at", "modifiedAt", "lastModified", "last_updated_date",
    "updatedDate", "modified", "updated",
)  # fmt: skip
_AUTHORS = ("authors", "author", "bylines", "byline", "credits", "contributors", "by")
_NAMES = ("name", "fullName", "full_name", "displayName", "title", "by", "items")
MAX_SCRIPT, _MOST_SCRIPTS, _MOST_NODES, _DEEPEST = 3_000_000, 200, 20_000, 8
_SHORTEST_TITLE, _LONGEST_TITLE, _SHORTEST_BODY = 8, 300, 400

_Object = Mapping[str, object]


def with_embedded(stated: Stated, html: str) -> Stated:
    """Return what linked data states, its gaps filled from the data of the page's scripts."""
    if stated.titles and stated.published and stated.signed:
        return stated
    found = embedded(html)
    return replace(
        stated,
        titles=stated.titles or found.titles,
        published=stated.published or found.published,
        modified=stated.modified or found.modified,
        authors=stated.authors or found.authors,
        signed=stated.signed or found.signed,
        body=max(stated.body, found.body, key=len),
    )


def embedded_body(html: str) -> str:
    """Return the text of the article in a page's script data, as markup; or ""."""
    return embedded(html).body


def embedded(html: str) -> Stated:
    """Return the article in a page's script data: the object with a headline and most text."""
    best: tuple[int, _Object, str] = (0, {}, "")
    for data in _scripts(html):
        for one in _objects(data):
            if _headline(one):
                body = _markup(one)
                best = max(best, (len(body), one, body), key=lambda found: found[0])
    length, article, body = best
    if length < _SHORTEST_BODY:
        return Stated()
    signed = tuple(dict.fromkeys(name for key in _AUTHORS for name in _people(article.get(key))))
    return Stated(
        titles=(_headline(article),),
        published=tuple(_words(article, _PUBLISHED)),
        modified=tuple(_words(article, _MODIFIED)),
        authors=signed,
        signed=signed,
        body=body,
    )


def _scripts(html: str) -> Iterator[object]:
    """Yield the data of scripts that may hold an article; linked data is read elsewhere."""
    at = 0
    for _ in range(_MOST_SCRIPTS):
        opening = _OPENING.search(html, at)
        closing = _CLOSING.search(html, opening.end()) if opening else None
        if opening is None or closing is None:
            return
        attributes, script, at = opening[1], html[opening.end() : closing.start()], closing.end()
        if len(script) > MAX_SCRIPT:
            continue
        start = _START.search(script)
        if start and "ld+json" not in attributes and _TELLING.search(script):
            yield data_of(script[start.end() :], most=MAX_SCRIPT)


def _objects(data: object) -> Iterator[_Object]:
    waiting: list[object] = [data]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        one = waiting.pop()
        if isinstance(one, dict):
            yield one
            waiting.extend(value for value in one.values() if isinstance(value, dict | list))
        elif isinstance(one, list):
            waiting.extend(value for value in one if isinstance(value, dict | list))


def _headline(article: _Object) -> str:
    for key in _HEADLINES:
        value = article.get(key)
        spelled = (value.get(one) for one in _SPELLINGS) if isinstance(value, dict) else (value,)
        for one in spelled:
            if isinstance(one, str) and _SHORTEST_TITLE <= len(one.strip()) <= _LONGEST_TITLE:
                return one.strip()
    return ""


def _markup(article: _Object) -> str:
    """Return the longest text among the members that may be the body."""
    bodies = ("".join(_paragraphs(article.get(key), 0)) for key in _BODIES)
    return max(bodies, key=len)


def _paragraphs(value: object, depth: int) -> Iterator[str]:
    if isinstance(value, str):
        words = value if "<" in value else escape(value, quote=False).replace("\n", "</p><p>")
        if " " in words.strip():
            yield f"<p>{words}</p>"
    elif isinstance(value, list) and depth < _DEEPEST:
        for one in value:
            yield from _paragraphs(one, depth + 1)
    elif isinstance(value, dict) and depth < _DEEPEST and _says(value):
        found = (list(_paragraphs(value.get(key), depth + 1)) for key in _PARTS)
        yield from next(filter(None, found), [])


def _says(part: _Object) -> bool:
    """A part of a body tells its kind: a picture or an advertisement says nothing."""
    kind = part.get("type") or part.get("_type") or part.get("kind") or part.get("__typename")
    return not isinstance(kind, str) or _SAYING.search(kind) is not None


def _people(value: object, depth: int = 0) -> Iterator[str]:
    if isinstance(value, str) and value.strip() and len(value) <= _LONGEST_TITLE:
        yield value.strip()
    elif isinstance(value, list) and depth < _DEEPEST:
        for one in value:
            yield from _people(one, depth + 1)
    elif isinstance(value, dict) and depth < _DEEPEST:
        found = (list(_people(value.get(key), depth + 1)) for key in _NAMES)
        yield from next(filter(None, found), [])


def _words(article: _Object, keys: Iterable[str]) -> Iterator[str]:
    for key in keys:
        value = article.get(key)
        if isinstance(value, str | int) and str(value).strip():
            yield str(value).strip()
