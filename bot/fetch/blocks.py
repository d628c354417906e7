"""Headlines on a page of links: blocks that repeat, each with a link, a title and a date. Pure."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from urllib.parse import urlsplit

from lxml import etree

from bot.fetch.items import absolute, instant, plain
from bot.text.visible import one_line

_MAX_LINKS = 100
_MAX_SEEN = 2000
_MAX_TITLE = 300
_MAX_SUMMARY = 1000
_MAX_DAY = 60
_REPEATS = 3
"""Blocks of one make before they are a list; two may be a pair of buttons."""

_PATH = 6
_CLIMB = 12
_HEADINGS = ("h1", "h2", "h3", "h4")
_ASIDE = frozenset({"nav", "footer", "aside", "form"})
_FURNITURE = re.compile(
    r"(?:.*[-_])?(?:nav|navbar|navigation|menu|submenu|footer|breadcrumbs?|cookies?|consent|pager"
    r"|pagination|toolbar|legal|social|share|sharing|login|newsletter|promo|advert|sidebar)",
    re.IGNORECASE,
)
_WITH = re.compile(r"(?:has|with|no|is)[-_]", re.IGNORECASE)
_HEADLINE_WORDS = 4
_HEADLINE_CHARS = 20
_WIDE_HEADLINE_CHARS = 10  # scripts that write no spaces
_SUMMARY_CHARS = 40
_IN_ADDRESS = re.compile(r"/(20\d\d)[/-](\d\d)[/-](\d\d)(?=[/-]|$)")
_NUMBERS = re.compile(r"\b(20\d\d)-(\d\d)-(\d\d)\b|\b(\d\d?)\.\s?(\d\d?)\.\s?(20\d\d)\b")
_WORDS = re.compile(
    r"\b(?:(\d\d?)(?:st|nd|rd|th)?\s+([A-Z][a-z]{2,8})\.?,?\s+(20\d\d)"
    r"|([A-Z][a-z]{2,8})\.?\s+(\d\d?)(?:st|nd|rd|th)?,?\s+(20\d\d))\b"
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905  reads best


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """A link that reads like a headline, and what its block says besides."""

    url: str
    title: str
    summary: str = ""
    published_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Link:
    tag: etree._Element
    address: str
    words: str
    is_heading: bool

    @property
    def shape(self) -> tuple[str, ...]:
        """What the link and the elements around it are, without their places."""
        around = islice(self.tag.iterancestors(), _PATH)
        return tuple(f"{one.tag}.{_first_class(one)}" for one in (self.tag, *around))


def headlines_of(root: etree._Element, *, url: str, base: str) -> tuple[Headline, ...]:
    """Return the headlines of a page, each address once, in the page's order.

    A headline's link is in a heading, or its block repeats: one of that make has no headline
    that the others lack. Where nothing repeats, every link that reads like one is taken.
    """
    links = list(islice(_links(root, url=url, base=base), _MAX_SEEN))
    body = [link for link in links if not _is_furniture(link.tag)]
    links = body if len(body) >= _REPEATS else links
    repeated = _repeated(links)
    chosen = [link for link in links if link.is_heading or link.shape in repeated] or links
    best: dict[str, _Link] = {}
    for link in chosen:
        known = best.get(link.address)
        if known is None or (link.is_heading and not known.is_heading):
            best[link.address] = link
    first = list(best.values())[:_MAX_LINKS]
    held = _held(first)
    return tuple(_headline(link, held) for link in first)


def reads_like_a_headline(words: str) -> bool:
    """Say whether a link's words are a headline, not a label.

    >>> reads_like_a_headline("Council approves bridge repair"), reads_like_a_headline("Home")
    (True, False)
    """
    if len(words.split()) >= _HEADLINE_WORDS:
        return len(words) >= _HEADLINE_CHARS
    wide = sum(char >= "\u2e80" for char in words)
    return wide >= _WIDE_HEADLINE_CHARS


def day_in(text: str) -> datetime | None:
    """Return the day that a short text names, or None; a day is its midnight in UTC.

    >>> day_in("Posted 3 March 2026 by Ida"), day_in("03.03.2026"), day_in("three ships")
    (datetime.datetime(2026, 3, 3, 0, 0, tzinfo=datetime.timezone.utc), \
datetime.datetime(2026, 3, 3, 0, 0, tzinfo=datetime.timezone.utc), None)
    """
    numbers = _NUMBERS.search(text)
    if numbers:
        year, month, day, dotted_day, dotted_month, dotted_year = numbers.groups()
        return _date(year or dotted_year, month or dotted_month, day or dotted_day)
    written = _WORDS.search(text)
    if written is None:
        return None
    day, name, year, american_name, american_day, american_year = written.groups()
    month = (name or american_name)[:3].lower()
    if month not in _MONTHS:
        return None
    number = str(_MONTHS.index(month) + 1)
    return _date(year or american_year, number, day or american_day)


def _links(root: etree._Element, *, url: str, base: str) -> Iterator[_Link]:
    """Yield the links within the site whose words read like a headline."""
    site = _site(url)
    for tag in root.iter("a"):
        address = absolute(tag.get("href", ""), base).partition("#")[0]
        if not address or not _site(address).endswith(site) or _is_here(address, url):
            continue
        inner = next((one for one in tag.iter(*_HEADINGS)), None)
        outer = any(one.tag in _HEADINGS for one in islice(tag.iterancestors(), 3))
        words = one_line(_words(tag if inner is None else inner), limit=_MAX_TITLE)
        if reads_like_a_headline(words) and not _is_aside(tag):
            is_heading = outer or inner is not None
            yield _Link(tag=tag, address=address, words=words, is_heading=is_heading)


def _is_aside(tag: etree._Element) -> bool:
    return any(
        one.tag in _ASIDE or one.get("role") in {"navigation", "contentinfo"}
        for one in tag.iterancestors()
    )


def _is_furniture(tag: etree._Element) -> bool:
    """Say whether the link is in what calls itself a menu, a footer or a box that is no news."""
    for one in tag.iterancestors():
        if one.tag in {"body", "html"}:
            return False
        names = [*one.get("class", "").split(), one.get("id", "")]
        if any(_FURNITURE.fullmatch(name) and not _WITH.match(name) for name in names):
            return True
    return False


def _repeated(links: Sequence[_Link]) -> frozenset[tuple[str, ...]]:
    """Return the shapes that lead to at least three addresses."""
    addresses: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for link in links:
        addresses[link.shape].add(link.address)
    return frozenset(shape for shape, led in addresses.items() if len(led) >= _REPEATS)


def _held(links: Sequence[_Link]) -> dict[etree._Element, set[str]]:
    """Return the headlines' addresses that each element around them holds."""
    held: dict[etree._Element, set[str]] = defaultdict(set)
    for link in links:
        for one in (link.tag, *islice(link.tag.iterancestors(), _CLIMB)):
            held[one].add(link.address)
    return held


def _headline(link: _Link, held: dict[etree._Element, set[str]]) -> Headline:
    block = link.tag
    for one in islice(link.tag.iterancestors(), _CLIMB):
        if held[one] != {link.address} or one.tag in {"body", "html"}:
            break
        block = one
    before = block.getprevious()
    at = _date_in(block)
    if at is None and before is not None and not held.get(before):
        at = _date_in(before)  # a list of terms has the day before its headline
    return Headline(
        url=link.address,
        title=plain(link.words, _MAX_TITLE),
        summary=_summary(block, link.words),
        published_at=at or _date_in_address(link.address),
    )


def _date_in(block: etree._Element) -> datetime | None:
    """Return the moment that a block is dated: by its time element, else in its short texts."""
    for tag in block.iter("time", "meta", "abbr", "span"):
        for name in ("datetime", "content", "title"):
            moment = instant(tag.get(name, ""))
            if moment:
                return moment
    for text in block.itertext():
        short = str(text).strip()
        if len(short) <= _MAX_DAY and (day := day_in(short)):
            return day
    return None


def _date_in_address(address: str) -> datetime | None:
    found = _IN_ADDRESS.search(urlsplit(address).path)
    return _date(*found.groups()) if found else None


def _date(year: str, month: str, day: str) -> datetime | None:
    with suppress(ValueError):
        return datetime(int(year), int(month), int(day), tzinfo=UTC)
    return None


def _summary(block: etree._Element, title: str) -> str:
    """Return the longest paragraph of a block beside its title."""
    texts = (_words(tag) for tag in block.iter("p", "dd"))
    told = [text for text in texts if len(text) >= _SUMMARY_CHARS and text != title]
    return max(told, key=len, default="")[:_MAX_SUMMARY]


def _first_class(tag: etree._Element) -> str:
    return re.sub(r"\d+", "", tag.get("class", "").partition(" ")[0])


def _is_here(address: str, url: str) -> bool:
    return urlsplit(address).path in {"", "/"} or address == url.partition("#")[0]


def _site(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")


def _words(tag: etree._Element) -> str:
    return " ".join("".join(map(str, tag.itertext())).split())
