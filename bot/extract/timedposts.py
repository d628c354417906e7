"""Posts of a live blog as its page shows them: marked as such, or blocks that each name a time."""
# ruff: noqa: RUF001  dashes

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from itertools import islice
from statistics import median
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from bot.extract.furniture import ends_in_credit, is_credit, is_furniture, is_legal
from bot.extract.names import is_byline
from bot.extract.shapes import is_date_line, is_terminal, word_count
from bot.text.dates import instant
from bot.text.visible import one_line

_ASIDE = frozenset(
    ["aside", "button", "figcaption", "figure", "footer", "form", "nav", "time", "audio", "video"]
)
_BLOCKS = frozenset(
    [
        "address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "figure", "h1", "h2",
        "h3", "h4", "h5", "h6", "header", "hr", "li", "ol", "p", "pre", "section", "table", "td",
        "tr", "ul",
    ]
)  # fmt: skip
_CLOCK = re.compile(
    r"^[+\s]*(?P<hour>[01]?\d|2[0-3])"
    r"(?::(?P<minute>[0-5]\d)|[.h](?P<dotted>[0-5]\d)(?=\s*(?:uhr|[ap]\.?m\b|h\b|[:–—+-]|$)))"
    r"(?::[0-5]\d)?\s*(?P<half>[ap]\.?m\b\.?)?\s*(?:(?:uhr|hrs?|h)(?=\W|$)"
    r"|(?-i:GMT|UTC|[BIJ]ST|[CEMP][SD]T|E?EST|CES?T|EET|MES?Z|MSK|TRT|SAST|AE[SD]T)\b)?"
    r"\s*[+:|–—-]*\s*",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"comment|disqus|repl(?:y|ies)|review|forum|thread|related|teaser|recommend|most-?read",
    re.IGNORECASE,
)
_NOON = 12
_MOST_MARKERS = 2_000
_MOST_TIMES = 3
_OWN_WORDS, _POST_WORDS = 8, 18
_SENTENCE_WORDS = 9
_BYLINE_WORDS = 9
_LINKED = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedPost:
    """A post: its headline and paragraphs, and when it was written.

    A page that names the hour alone gives `clock` instead of `at`.
    """

    lines: tuple[str, ...]
    at: datetime | None = None
    clock: time | None = None


def marked_posts(root: HtmlElement) -> tuple[TimedPost, ...]:
    """Return the posts that a page marks as updates of a live blog, in its order."""
    marked = root.xpath("//*[@itemprop][contains(concat(' ', @itemprop, ' '), ' liveBlogUpdate ')]")
    return tuple(dict.fromkeys(_posts(([one], _first_marker(one)) for one in marked)))


def shaped_posts(root: HtmlElement, address: str, *, fewest: int) -> tuple[TimedPost, ...]:
    """Return the posts of the largest run of like blocks that each name a time.

    Blocks that lead on to other pages than that of `address` are teasers and no posts.
    """
    groups: dict[tuple[object, ...], dict[HtmlElement, HtmlElement]] = defaultdict(dict)
    times: Counter[HtmlElement] = Counter()
    for marker in _markers(root):
        for depth, element in enumerate(reversed(list(_within(marker)))):
            times[element] += 1
            groups[_likeness(element, depth)].setdefault(element, marker)
    found = [
        posts
        for members in groups.values()
        if len(members) >= fewest and median(times[one] for one in members) <= _MOST_TIMES
        if len(posts := _posts_of(members, address)) >= fewest
    ]
    return max(found, key=prose_words, default=())


def shown_lines(root: HtmlElement) -> tuple[str, ...]:
    """Return the lines of a page as those of its posts are: without times and furniture."""
    return tuple(_lines([root]))


def is_prose(line: str) -> bool:
    """Say whether a line is a sentence of some length.

    >>> is_prose("Pilots have been on strike for nine days over pay."), is_prose("More live pages")
    (True, False)
    """
    return is_terminal(line) and word_count(line) >= _SENTENCE_WORDS


def prose_words(posts: Iterable[TimedPost]) -> int:
    """Return how many words of posts stand in sentences."""
    return sum(_prose(post.lines) for post in posts)


def clock_of(text: str) -> time | None:
    """Return the time of day that a text opens with, or None.

    >>> clock_of("14.05 Uhr: Hafen öffnet"), clock_of("2:05 pm"), clock_of("4.20 million fled")
    (datetime.time(14, 5), datetime.time(14, 5), None)
    """
    match = _CLOCK.match(text)
    if match is None:
        return None
    hour = int(match["hour"])
    half = (match["half"] or "")[:1].lower()
    if half and hour <= _NOON:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    return time(hour, int(match["minute"] or match["dotted"]))


def _markers(root: HtmlElement) -> list[HtmlElement]:
    """Return the elements that name a time and little else, or open with a time of day."""
    timed = (
        one
        for one in root.iter()
        if one.tag == "time" or ((text := one.text) and _CLOCK.match(text))
    )
    return list(islice(timed, _MOST_MARKERS))


def _within(marker: HtmlElement) -> Iterator[HtmlElement]:
    """Yield a marker and what it stands in; nothing when it belongs to others' words."""
    around = [marker, *marker.iterancestors()]
    names = " ".join(f"{one.get('class', '')} {one.get('id', '')}" for one in around[:-2])
    if not _OTHERS.search(names) and not any(one.tag in _ASIDE for one in around[1:]):
        yield from around


def _likeness(element: HtmlElement, depth: int) -> tuple[object, ...]:
    parent = element.getparent()
    theirs = parent.get("class", "") if parent is not None else ""
    kind = re.sub(r"\d+", "", f"{element.get('class', '')} {theirs}")
    return depth, element.tag, kind


def _posts_of(members: dict[HtmlElement, HtmlElement], address: str) -> tuple[TimedPost, ...]:
    """Return posts that are the members, or begin at them where they hold the time alone."""
    own = {one: _prose(tuple(_lines([one]))) for one in members}
    parts = {one: [one] for one in members}
    if median(own.values()) < _OWN_WORDS:
        parts = {one: [one, *_following(one, members)] for one in members}
    found = {
        post: parts[one]
        for one, marker in members.items()
        for post in _posts([(parts[one], marker)])
    }
    if not found or median(_prose(post.lines) for post in found) < _POST_WORDS:
        return ()
    teasers = sum(_is_teaser(post, theirs, address) for post, theirs in found.items())
    return () if teasers > len(found) * _LINKED else tuple(found)


def _following(
    element: HtmlElement, members: dict[HtmlElement, HtmlElement]
) -> Iterator[HtmlElement]:
    for sibling in element.itersiblings():
        if sibling in members:
            return
        yield sibling


def _is_teaser(post: TimedPost, parts: Sequence[HtmlElement], address: str) -> bool:
    """Say whether a post's first line is a link to another page."""
    links = (link for part in parts for link in part.iter("a") if link.get("href"))
    return any(
        one_line(_text(link)) == post.lines[0] and _leads_elsewhere(link.get("href"), address)
        for link in links
    )


def _leads_elsewhere(link: str, address: str) -> bool:
    try:
        theirs, own = urlsplit(urljoin(address, link.strip())), urlsplit(address)
    except ValueError:
        return True
    return theirs.netloc != own.netloc or not theirs.path.startswith(own.path.rstrip("/"))


def _posts(
    found: Iterable[tuple[Sequence[HtmlElement], HtmlElement | None]],
) -> Iterator[TimedPost]:
    for parts, marker in found:
        lines = tuple(_lines(parts))
        if not lines:
            continue
        stated, said = _said(marker)
        at = instant(stated) or instant(said)
        yield TimedPost(lines=lines, at=at, clock=None if at else clock_of(said))


def _first_marker(element: HtmlElement) -> HtmlElement | None:
    dated = element.xpath(".//*[contains(@itemprop, 'datePublished')]") or _markers(element)
    return dated[0] if dated else None


def _said(marker: HtmlElement | None) -> tuple[str, str]:
    """Return when a marker says that it is: for machines, and for people."""
    if marker is None:
        return "", ""
    return marker.get("datetime") or marker.get("content") or "", one_line(_text(marker))


def _text(element: HtmlElement) -> str:
    return str(element.text_content())


def _lines(parts: Iterable[HtmlElement]) -> Iterator[str]:
    """Yield the headline and the paragraphs of a post, without what is the page's."""
    for part in parts:
        for raw in "".join(_broken(part)).split("\n"):
            line = one_line(_CLOCK.sub("", one_line(raw), count=1)).removesuffix("+++").rstrip()
            if line and not _is_the_pages(line):
                yield line


def _broken(element: HtmlElement) -> Iterator[str]:
    """Yield an element's text with line breaks around blocks, without what stands aside."""
    if element.tag not in _ASIDE:
        edge = "\n" if element.tag in _BLOCKS else ""
        yield edge
        yield _flat(element.text)
        for child in element:
            yield from _broken(child)
            yield _flat(child.tail)
        yield edge


def _flat(text: str | None) -> str:
    return " ".join(re.split(r"\s*\n\s*", text or ""))


def _is_the_pages(line: str) -> bool:
    words = word_count(line)
    short = words <= _BYLINE_WORDS
    return (
        is_furniture(line)
        or is_credit(line)
        or ends_in_credit(line)
        or (short and (is_byline(line) or is_date_line(line)))
        or (not is_terminal(line) and is_legal(line))
    )


def _prose(lines: Sequence[str]) -> int:
    counted = (word_count(line) for line in lines)
    return sum(words for words in counted if words >= _SENTENCE_WORDS)
