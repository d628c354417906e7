"""Title, date, byline, language and credits of an HTML page."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from bot.extract.content import Content
from bot.extract.credits import credits_of, without_credits
from bot.extract.edges import without_foot, without_head
from bot.extract.language import declared, detected
from bot.extract.names import names
from bot.extract.structured import Stated, meta_tags
from bot.extract.titles import Candidate, best_title, folded
from bot.text.dates import instant
from bot.text.visible import one_line

_HEADLINE = 1.6
_ONLY_HEADING = 1.7
_HEADING = 0.5
_META = 1.2
_PAGE_TITLE = 0.9
_ANNOUNCED = 0.9
"""Weights of the places that name a title, tuned on the development half of the gold pages."""

_BOX_WORDS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A page without what is hidden, what its linked data said, and what announced it."""

    root: HtmlElement
    data: Stated
    address: str
    announced: str = ""


def read_head(head: Head, text: str) -> Content:
    """Return the content of a page whose article reads `text`."""
    meta = meta_tags(head.root)
    sites = tuple(_sites(head, meta))
    title, published = _title(head, meta, sites), _published(head, meta)
    bylines = names(head.data.authors, outlets=sites) or names(meta.authors, outlets=sites)
    guess = _second_opinion(head, dated=published is not None, signed=bool(bylines))
    bylines = bylines or names([guess.author], outlets=sites)
    stated = (*head.data.authors, *meta.authors)
    title = title or guess.title
    lines = _lines(head, text, title)
    return Content(
        text="\n\n".join(without_credits(lines)),
        title=title,
        url=_canonical(head, meta),
        bylines=bylines,
        published_at=published or instant(guess.date),
        updated_at=_first_instant((*head.data.modified, *meta.modified)),
        language=_language(head, meta, text),
        agencies=credits_of(lines, stated),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Guess:
    title: str = ""
    author: str = ""
    date: str = ""


def _second_opinion(head: Head, *, dated: bool, signed: bool) -> _Guess:
    """Ask trafilatura and htmldate, which read bylines and dates out of running markup.

    The search for a date is most of the cost, so it is made only for want of one.
    """
    from trafilatura.metadata import extract_author, extract_metadata

    if not dated:
        found = extract_metadata(head.root, default_url=head.address or None)
        return _Guess(title=found.title or "", author=found.author or "", date=found.date or "")
    return _Guess() if signed else _Guess(author=extract_author(head.root) or "")


def _lines(head: Head, text: str, title: str) -> list[str]:
    """Return the paragraphs without what stands above and below them on the page."""
    headings = [_words(one) for one in head.root.iter("h1")]
    lines = without_head(text.split("\n\n") if text else [], [title, *headings])
    return without_foot(lines, frozenset(_controls(head.root)))


def _controls(root: HtmlElement) -> Iterator[str]:
    """Yield lines of small boxes with a button: consent, newsletters, sharing."""
    for button in root.iter("button"):
        box = next(button.iterancestors())
        if len(_words(box).split()) <= _BOX_WORDS:
            yield from (_words(one) for one in box)


def _title(head: Head, meta: Stated, sites: tuple[str, ...]) -> str:
    candidates = [Candidate(text=text, weight=_HEADLINE) for text in head.data.titles[:1]]
    candidates += [Candidate(text=text, weight=_META) for text in meta.titles[:2]]
    page_title = next((_words(one) for one in head.root.iter("title")), "")
    candidates.append(Candidate(text=page_title, weight=_PAGE_TITLE))
    headings = [words for one in head.root.iter("h1") if (words := _words(one))]
    in_title = [words for words in headings if folded(words) in folded(page_title)]
    chosen = in_title or headings
    weight = _ONLY_HEADING if len(set(chosen)) == 1 else _HEADING
    candidates += [Candidate(text=words, weight=weight) for words in dict.fromkeys(chosen)]
    candidates.append(Candidate(text=head.announced, weight=_ANNOUNCED))
    return best_title(candidates, sites=sites)


def _words(element: HtmlElement) -> str:
    return one_line(str(element.text_content()), limit=400)


def _sites(head: Head, meta: Stated) -> Iterator[str]:
    """Yield what the outlet may call itself, its domain included."""
    yield from head.data.sites
    yield from meta.sites
    host = (urlsplit(head.address).hostname or "").removeprefix("www.")
    yield host
    yield host.split(".")[0]


def _published(head: Head, meta: Stated) -> datetime | None:
    stated = _first_instant((*head.data.published, *meta.published))
    return stated or _first_instant(_times(head.root))


def _times(root: HtmlElement) -> Iterator[str]:
    """Yield the page's <time> elements that do not belong to another story."""
    for element in root.iter("time"):
        if next(element.iterancestors("aside", "footer", "nav", "li"), None) is None:
            yield element.get("datetime") or _words(element)


def _first_instant(values: Iterable[str]) -> datetime | None:
    found = (instant(value) or _stamp(value) for value in values)
    return next((moment for moment in found if moment), None)


def _stamp(value: str) -> datetime | None:
    """Read seconds or milliseconds since 1970, and 20261012."""
    if re.fullmatch(r"1\d{9}(?:\d{3})?", value):
        return datetime.fromtimestamp(int(value[:10]), tz=UTC)
    day = re.fullmatch(r"(20\d\d)(\d\d)(\d\d)", value)
    return instant("-".join(day.groups())) if day else None


def _language(head: Head, meta: Stated, text: str) -> str | None:
    tags = (head.root.get("lang"), *head.data.languages, *meta.languages)
    stated = next((found for tag in tags if (found := declared(tag))), None)
    return stated or detected(text)


def _canonical(head: Head, meta: Stated) -> str:
    """Return the page's own address for itself; never another site's word for it."""
    links = [one.get("href") for one in head.root.iter("link") if one.get("rel") == "canonical"]
    for link in (*links, *meta.urls):
        try:
            full = urljoin(head.address, str(link or "").strip())
            parts = urlsplit(full)
        except ValueError:
            continue
        if parts.scheme in {"http", "https"} and parts.hostname and _same_site(full, head.address):
            return full
    return head.address


def _same_site(link: str, address: str) -> bool:
    theirs, ours = (urlsplit(one).hostname or "" for one in (link, address))
    return not ours or bool(theirs.split(".")[-2:] == ours.split(".")[-2:])
