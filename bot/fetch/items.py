"""What parsers find becomes entries: plain titles, absolute links, one identity each. Pure."""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from urllib.parse import urljoin, urlsplit

from bot.models import Entry, Reading, SourceId
from bot.text.visible import one_line

_MAX_TITLE = 300
_MAX_AUTHOR = 200
_MAX_ID = 500
_MAX_LINK = 2000
_MAX_MARKUP = 500_000
_INLINE = r"a|abbr|b|bdi|big|cite|code|em|font|i|ins|mark|q|s|small|span|strike|strong|sub|sup|tt|u"
_BREAKING = (
    r"article|blockquote|br|center|del|div|figure|figcaption|h[1-6]|hr|img|iframe|li|noscript|ol|p"
    r"|picture|pre|section|table|tbody|td|th|tr|ul|video|wbr|svg(?::\w+)?"
)
_SCRIPT = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_INLINE_TAG = re.compile(rf"</?(?:{_INLINE})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BREAKING_TAG = re.compile(
    rf"<!--.*?-->|</?(?:{_BREAKING})(?:\s[^<>]*)?/?>", re.DOTALL | re.IGNORECASE
)
_MAIL = re.compile(r"[^\s@]+@[^\s@]+(?:\s*\(([^()]*)\))?")
_PLAIN_LINK = re.compile(r"https?://[a-z0-9.-]+(?:/[!-.0-~]+)+/?")
"""An address that is absolute already, and that joining would leave as it is."""

_NAMING = re.compile(r"(?:tag|urn):[!-;=?-~]+", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?![a-z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item as a parser found it: strings of any length, holding anything."""

    id: str = ""
    link: str = ""
    title: str = ""
    summary: str = ""
    content: str = ""
    author: str = ""
    date: datetime | None = None
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A feed as a parser found it."""

    title: str = ""
    link: str = ""
    language: str = ""
    items: tuple[Item, ...] = ()


def reading(found: Found, *, base: str, max_entries: int) -> Reading:
    """Return the entries of a feed in its own order, each once.

    `base` is the feed's address; where it has none, links count from the site that it names.
    """
    link = absolute(found.link, base)
    items = _told_once(found.items[:max_entries])
    entries = [_entry(item, found, base or link) for item in items]
    return Reading(
        entries=tuple(_told_apart(entries)), title=plain(found.title, _MAX_TITLE), link=link
    )


def source_id(kind: str, address: str) -> SourceId:
    """Return the id of a source: the same address read the same way is the same source.

    >>> source_id("feed", "https://news.example/rss")
    's6dc370fca1'
    """
    return SourceId("s" + sha256(f"{kind}\n{address}".encode()).hexdigest()[:10])


def plain(markup: str, limit: int) -> str:
    """Return the words of a title: no tags, no entities, one line.

    Titles are found escaped once too often, so both are taken off twice. Only names of real
    elements count as tags: "vector<int>" stays.

    >>> plain("Fish &amp;amp; <b>Chips</b> &lt;i&gt;now&lt;/i&gt; vector<int>", 99)
    'Fish & Chips now vector<int>'
    """
    text = markup[: 20 * limit]
    if "<" not in text and "&" not in text:
        return one_line(text, limit=limit)
    for _ in range(2):
        text = _SCRIPT.sub(" ", text) if "<" in text else text
        text = _BREAKING_TAG.sub(" ", _INLINE_TAG.sub("", text))
        text = html.unescape(text)
    text = _BREAKING_TAG.sub(" ", _INLINE_TAG.sub("", text))
    return one_line(text, limit=limit)


def absolute(link: str, base: str) -> str:
    """Return the web address that `link` means on the page `base`; "" if it is none.

    A name (tag:, urn:) stays as it is: it leads nowhere, and is never asked for.

    >>> absolute("/a b", "https://news.example/rss"), absolute("javascript:x()", "")
    ('https://news.example/a b', '')
    >>> absolute("tag:news.example,2026:7", "https://news.example/rss")
    'tag:news.example,2026:7'
    """
    link = link.strip()
    if not link or len(link) > _MAX_LINK:
        return ""
    if _PLAIN_LINK.fullmatch(link) or _NAMING.fullmatch(link):
        return link
    try:
        joined = urljoin(base, link)
        parts = urlsplit(joined)
    except ValueError:
        return ""
    return joined if parts.scheme in {"http", "https"} and parts.netloc else ""


def language_code(tag: str) -> str | None:
    """Return the language of a tag such as "en-GB", or None.

    >>> language_code("en-GB"), language_code("und"), language_code("english")
    ('en', None, None)
    """
    found = _LANGUAGE.match(tag.strip().lower())
    return found[0] if found and found[0] != "und" else None


def _entry(item: Item, found: Found, base: str) -> Entry:
    url = absolute(item.link, base)
    title = plain(item.title, _MAX_TITLE)
    return Entry(
        id=_identity(item, url, title),
        url=url,
        title=title,
        summary=item.summary[:_MAX_MARKUP],
        content="" if item.content == item.summary else item.content[:_MAX_MARKUP],
        author=plain(_person(item.author), _MAX_AUTHOR),
        published_at=item.date,
        language=language_code(item.language) or language_code(found.language),
    )


def _person(author: str) -> str:
    """Return the name in RSS's "address (name)"; a mail address alone names nobody.

    >>> _person("desk@news.example (Harbour desk)"), _person("Ada Quill"), _person("a@b.example")
    ('Harbour desk', 'Ada Quill', '')
    """
    mail = _MAIL.fullmatch(author.strip())
    return (mail[1] or "") if mail else author


def _identity(item: Item, url: str, title: str) -> str:
    """Return what tells the item from others: its own id, its link, or its title and day."""
    own = one_line(item.id)
    if own:
        return own if len(own) <= _MAX_ID else sha256(own.encode()).hexdigest()
    if url:
        return url
    day = item.date.date().isoformat() if item.date else ""
    words = title or plain(item.summary or item.content, _MAX_TITLE)
    return sha256(f"{words}\n{day}".encode()).hexdigest()[:24]


def _told_once(items: Iterable[Item]) -> Iterator[Item]:
    """Yield each item once, of those that are repeated word for word.

    Notes without id and link stay as often as they are told: nothing says that two are one.
    """
    seen: set[Item] = set()
    for item in items:
        if item not in seen:
            yield item
        if item.id or item.link:
            seen.add(item)


def _told_apart(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries, each with an id of its own.

    Where a feed gives one id to several pages, the link is the id. What is still alike, such as
    a note that is told twice, is numbered.
    """
    pages = {(entry.id, entry.url) for entry in entries}
    shared = Counter(id_ for id_, _ in pages)
    told: Counter[str] = Counter()
    for entry in entries:
        name = entry.url if shared[entry.id] > 1 and entry.url else entry.id
        told[name] += 1
        yield replace(entry, id=name if told[name] == 1 else f"{name} #{told[name]}")
