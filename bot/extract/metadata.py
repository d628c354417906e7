"""Title, date, byline, language and credits of an HTML page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from bot.extract.bylines import bylines
from bot.extract.content import Content
from bot.extract.credits import credits_of, without_credits
from bot.extract.edges import without_foot, without_head
from bot.extract.front import front_of
from bot.extract.headings import candidates
from bot.extract.language import written_in
from bot.extract.pictures import lead_picture
from bot.extract.published import Calendar, dates
from bot.extract.sections import section_of
from bot.extract.structured import Stated, meta_tags
from bot.extract.titles import best_title
from bot.extract.walls import is_walled
from bot.text.datelines import reported_from
from bot.text.visible import one_line
from bot.text.zones import local_zone

_BOX_WORDS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A page without what is hidden, what its linked data said, and what announced it.

    `elements` are all that the root holds, itself the first.
    """

    root: HtmlElement
    elements: tuple[HtmlElement, ...]
    data: Stated
    address: str
    announced: str = ""


def read_head(head: Head, text: str) -> Content:
    """Return the content of a page whose article reads `text`."""
    meta = meta_tags(head.root)
    sites = tuple(_sites(head, meta))
    places = candidates(head.root, linked=head.data, meta=meta, text=text, announced=head.announced)
    title = best_title(places, sites=sites)
    front = front_of(head.elements, title=title, text=text)
    signers = bylines(front, signed=head.data.signed, meta=meta.authors, outlets=sites)
    language = _language(head, meta, text)
    published, changed = dates(
        front,
        calendar=_calendar(head, meta, language),
        address=head.address,
        published=(*head.data.published, *meta.published),
        modified=(*head.data.modified, *meta.modified),
    )
    stated = (*head.data.signed, *meta.authors)
    lines = _lines(head, text, title)
    told = "\n\n".join(without_credits(lines))
    return Content(
        text=told,
        title=title,
        url=_canonical(head, meta),
        bylines=signers,
        published_at=published,
        updated_at=changed,
        language=language,
        agencies=credits_of(lines, stated),
        section=section_of(head.root, linked=head.data, meta=meta, title=title, outlets=sites),
        dateline=reported_from(told),
        picture=lead_picture(head.root, linked=head.data, meta=meta, address=head.address),
        is_walled=is_walled(head.root, linked=head.data, meta=meta, text=told),
    )


def _calendar(head: Head, meta: Stated, language: str | None) -> Calendar:
    """Return the clock of the outlet's country, and whether its dates are American."""
    host = urlsplit(head.address).hostname or ""
    zone = local_zone(host, language)
    tags = [head.root.get("lang") or "", *head.data.languages, *meta.languages]
    american = any(tag.lower().replace("_", "-") in {"en-us", "en"} for tag in tags)
    return Calendar(zone=zone or UTC, month_first=american and zone is None)


def _lines(head: Head, text: str, title: str) -> list[str]:
    """Return the paragraphs without what stands above and below them on the page."""
    headings = [_words(one) for one in head.root.iter("h1")]
    lines = without_head(text.split("\n\n") if text else [], [title, *headings])
    return without_foot(lines, frozenset(_controls(head.root)))


def _controls(root: HtmlElement) -> Iterator[str]:
    """Yield lines of small boxes with a button: consent, newsletters, sharing."""
    for box in {next(button.iterancestors()) for button in root.iter("button")}:
        if len(_words(box).split()) <= _BOX_WORDS:
            yield from (_words(one) for one in box)


def _words(element: HtmlElement) -> str:
    return one_line(str(element.text_content()), limit=400)


def _sites(head: Head, meta: Stated) -> Iterator[str]:
    """Yield what the outlet may call itself, its domain included."""
    yield from head.data.sites
    yield from meta.sites
    host = (urlsplit(head.address).hostname or "").removeprefix("www.")
    yield host
    yield host.split(".")[0]


def _language(head: Head, meta: Stated, text: str) -> str | None:
    return written_in(text, (head.root.get("lang"), *head.data.languages, *meta.languages))


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
