"""What a block of a page says of the article that it announces: link, title, teaser, day. Pure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from urllib.parse import urlsplit

from lxml import etree

from bot.fetch.dates import in_utc, instant
from bot.fetch.items import plain
from bot.text import dates
from bot.text.visible import one_line

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
CLIMB = 12
"""Elements around a link that are looked at; deeper pages are built by machines gone wrong."""

MAX_TITLE = 300
_MAX_SUMMARY = 1000
_MAX_DAY = 60
_HEADLINE_WORDS = 4
_HEADLINE_CHARS = 20
_WIDE_HEADLINE_CHARS = 10  # scripts that write no spaces
_SUMMARY_CHARS = 40
_DAY_HEADS = 2
_FOLLOWING = 4
_LOOKED_BACK = 50
"""Elements before a headline that are looked at for the day above it; more would be quadratic."""

_BARE = frozenset({*HEADINGS, "header"})
_ELLIPSES = "….·"

_PARTS = frozenset({"div", "p", "figure", "figcaption", "ul", "li", "section", "header", "footer"})
_NO_WORDS = frozenset({"time", "svg", "style", "script"})
_TITLED = re.compile(r"(?:.*[-_])?(?:title|headline|heading|hed)", re.IGNORECASE)
_LABELLED = re.compile(
    r"(?:.*[-_])?(?:kicker|label|tag|badge|category|topic|eyebrow|overline|duration|time|date|meta"
    r"|byline|author|icon|counter|comments?|hidden|only)",
    re.IGNORECASE,
)
_IN_ADDRESS = re.compile(r"/(20\d\d)[/-](\d\d)[/-](\d\d)(?=[/-]|$)")

Held = Mapping[etree._Element, set[str]]  # noqa: SLF001  lxml has no other name for it
"""The addresses of the headlines that each element holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """A link that reads like a headline, and what its block says besides."""

    url: str
    title: str
    summary: str = ""
    published_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link that may announce an article: `words` are its headline, not its label or hour."""

    tag: etree._Element
    address: str
    words: str
    is_heading: bool


def headline(link: Link, block: etree._Element, held: Held, *, month_first: bool) -> Headline:
    """Return what a link and its block say; a bare heading speaks for what follows it."""
    parts = [block, *_following(block, held)]
    dates_in = (date_in(part, month_first=month_first) for part in parts)
    at = next(filter(None, dates_in), None) or _date_above(block, held, month_first)
    summaries = (_summary(part, link.words) for part in parts)
    return Headline(
        url=link.address,
        title=plain(link.words, MAX_TITLE),
        summary=next(filter(None, summaries), ""),
        published_at=at or _date_in_address(link.address),
    )


def block_of(link: Link, held: Held) -> etree._Element:
    """Return the largest element around a link that announces nothing else."""
    block = link.tag
    for one in islice(link.tag.iterancestors(), CLIMB):
        if held.get(one, {link.address}) != {link.address} or one.tag in {"body", "html"}:
            break
        block = one
    return block


def title_of(tag: etree._Element) -> tuple[str, bool]:
    """Return the headline in a link, and whether the page marks it as one."""
    inner = next(tag.iter(*HEADINGS), None)
    if inner is None:
        inner = next((one for one in tag.iterdescendants() if _is_titled(one)), None)
    around = list(islice(tag.iterancestors(), 3))
    is_heading = inner is not None or any(one.tag in HEADINGS or _is_titled(one) for one in around)
    words = _told(tag if inner is None else inner)
    whole = " ".join(tag.get("title", "").split())
    if words.endswith(("…", "...")) and whole.startswith(words.rstrip(_ELLIPSES).rstrip()):
        words = whole  # what is cut for the eye is kept for the pointer
    return one_line(words, limit=MAX_TITLE), is_heading


def reads_like_a_headline(words: str) -> bool:
    """Say whether a link's words are a headline, not a label.

    >>> reads_like_a_headline("Council approves bridge repair"), reads_like_a_headline("Home")
    (True, False)
    """
    if len(words.split()) >= _HEADLINE_WORDS:
        return len(words) >= _HEADLINE_CHARS
    wide = sum(char >= "\u2e80" for char in words)
    return wide >= _WIDE_HEADLINE_CHARS


def date_in(block: etree._Element, *, month_first: bool = False) -> datetime | None:
    """Return the moment that a block is dated: by its time element, else in its short texts."""
    for tag in block.iter("time", "meta", "abbr", "span"):
        for name in ("datetime", "content", "title"):
            moment = instant(tag.get(name, ""))
            if moment:
                return moment
    for text in block.itertext():
        day = day_in(str(text), month_first=month_first)
        if day:
            return day
    return None


def day_in(text: str, *, month_first: bool = False) -> datetime | None:
    """Return the moment that a short text names, or None; a day is its midnight in UTC.

    >>> day_in("Posted 3 March 2026 by Ida"), day_in("03.03.2026"), day_in("three ships")
    (datetime.datetime(2026, 3, 3, 0, 0, tzinfo=datetime.timezone.utc), \
datetime.datetime(2026, 3, 3, 0, 0, tzinfo=datetime.timezone.utc), None)
    """
    short = text.strip()
    if not any(map(str.isdecimal, short)) or len(short) > _MAX_DAY:
        return None
    found = dates.instant(short, month_first=month_first)
    return in_utc(found) if found else None


def shown(tag: etree._Element | None) -> str:
    """Return an element's words on one line."""
    return "" if tag is None else " ".join("".join(map(str, tag.itertext())).split())


def _following(block: etree._Element, held: Held) -> Iterator[etree._Element]:
    """Yield what follows a heading that nothing wraps, up to the next headline."""
    if block.tag not in _BARE:
        return
    for one in islice(block.itersiblings(), _FOLLOWING):
        if held.get(one) or one.tag in HEADINGS:
            return
        yield one


def _told(tag: etree._Element) -> str:
    """Return what a link says: its first part that reads like a headline, else all of it.

    Labels, hours and lengths beside the headline are no part of it.
    """
    parts = [" ".join(part.split()) for part in "".join(_pieces(tag)).split("\n")]
    return next(filter(reads_like_a_headline, parts), " ".join(filter(None, parts)))


def _pieces(tag: etree._Element) -> Iterator[str]:
    """Yield the words in an element; its parts are set apart by new lines."""
    yield " ".join((tag.text or "").split("\n"))
    is_running = bool((tag.text or "").strip()) or any((one.tail or "").strip() for one in tag)
    for one in tag:
        if one.tag not in _NO_WORDS and not _is_label(one):
            apart = "\n" if one.tag in _PARTS or (one.tag == "span" and not is_running) else ""
            yield apart
            yield from _pieces(one)
            yield apart
        yield " ".join((one.tail or "").split("\n"))


def _is_label(tag: etree._Element) -> bool:
    """Say whether an element calls itself a label, an hour or a length."""
    is_label = any(map(_LABELLED.fullmatch, tag.get("class", "").split()))
    return is_label and not _is_titled(tag)


def _is_titled(tag: etree._Element) -> bool:
    """Say whether an element calls itself a headline."""
    names = tag.get("class", "").split()
    return tag.get("itemprop") == "headline" or any(map(_TITLED.fullmatch, names))


def _date_above(
    block: etree._Element,
    held: Held,
    month_first: bool,  # noqa: FBT001  handed through
) -> datetime | None:
    """Return the day of the heading above a block, where days head what belongs to them.

    Several headings must be dated: one alone is the day on which the page was made.
    """
    for one in (block, *islice(block.iterancestors(), 3)):
        for before in islice(one.itersiblings(preceding=True), _LOOKED_BACK):
            if held.get(before):
                continue
            day = day_in(shown(before), month_first=month_first)
            if day and _is_one_of_several(before, month_first):
                return day
            break
    return None


def _is_one_of_several(tag: etree._Element, month_first: bool) -> bool:  # noqa: FBT001  as above
    parent = tag.getparent()
    kin = () if parent is None else islice(parent.iterchildren(tag.tag), _LOOKED_BACK)
    dated = (one for one in kin if day_in(shown(one), month_first=month_first))
    return len(list(islice(dated, _DAY_HEADS))) == _DAY_HEADS


def _date_in_address(address: str) -> datetime | None:
    found = _IN_ADDRESS.search(urlsplit(address).path)
    try:
        year, month, day = map(int, found.groups()) if found else (0, 0, 0)
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        return None


def _summary(block: etree._Element, title: str) -> str:
    """Return the longest paragraph of a block beside its title."""
    texts = (shown(tag) for tag in block.iter("p", "dd", "div", "span") if not _holds_parts(tag))
    told = [text for text in texts if len(text) >= _SUMMARY_CHARS and text != title]
    return max(told, key=len, default="")[:_MAX_SUMMARY]


def _holds_parts(tag: etree._Element) -> bool:
    """Say whether an element is a box around others, and no paragraph."""
    return next(tag.iterdescendants(*_PARTS, *HEADINGS, "a", "time", "table"), None) is not None
