"""Headlines on a page of links: blocks that repeat, each with a link, a title and a date. Pure."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from urllib.parse import urlsplit

from lxml import etree

from bot.fetch.headlines import (
    CLIMB,
    HEADINGS,
    MAX_TITLE,
    Headline,
    Held,
    Link,
    block_of,
    date_in,
    headline,
    reads_like_a_headline,
    shown,
    title_of,
)
from bot.fetch.items import absolute
from bot.fetch.slots import told_apart
from bot.text.urls import is_web
from bot.text.visible import one_line

_MAX_LINKS = 100
_MAX_SEEN = 2000
_REPEATS = 3
"""Blocks of one make before they are a list; two may be a pair of buttons."""

_HEADED = 2
_BESIDE = 20
_LISTED = 5
"""Dated headlines beside which an undated numbered list is a ranking."""

_PATH = 6
_SHORT_WORDS = 2
_SHORT_CHARS = 10
_ASIDE = frozenset({"nav", "footer", "aside", "form"})
_FURNITURE = re.compile(
    r"(?:.*[-_])?(?:nav|navbar|navigation|menu|submenu|footer|breadcrumbs?|cookies?|consent|pager"
    r"|pagination|toolbar|legal|social|share|sharing|login|sidebar|popular|trending|tags|topics"
    r"|keywords|most[-_]?(?:read|viewed|popular|shared)|author|byline"
    r"|(?:newsletter|promo|advert|sponsor|signup)(?:[-_].*)?)",
    re.IGNORECASE,
)
_WITH = re.compile(r"(?:has|with|no|is)[-_]", re.IGNORECASE)
_ARCHIVE = re.compile(r"/20\d\d(?:[/-]\d\d){0,2}/?$")
_FILE = re.compile(r"\.(?:pdf|jpe?g|png|gif|webp|mp3|mp4|zip|docx?|xlsx?|pptx?)$", re.IGNORECASE)
_LABEL_CLIMB = 4
_LABEL_LINKS = 6
_NEXT_PAGE = re.compile(r"/page/\d+/?$|[?&](?:page|paged|p|offset|start)=\d+", re.IGNORECASE)


def headlines_of(root: etree._Element, *, url: str, base: str) -> tuple[Headline, ...]:
    """Return the headlines of a page, each address once, in the page's order.

    A headline's link is in a heading, or its block repeats: one of that make has no headline
    that the others lack. Where nothing repeats, every link that reads like one is taken.
    """
    links = list(islice(_links(root, url=url, base=base), _MAX_SEEN))
    body = [link for link in links if not _is_furniture(link.tag)]
    links = body if len(body) >= _REPEATS else links
    links = told_apart(links)
    repeated = _repeated(links)
    chosen = [one for one in links if _shape(one) in repeated or _is_full_heading(one)]
    best = _best(chosen or [one for one in links if reads_like_a_headline(one.words)])
    held = held_by(best)
    first = _without_rankings(_without_section_heads(best, held), held)[:_MAX_LINKS]
    month_first = is_american(root)
    return tuple(
        headline(link, block_of(link, held), held, month_first=month_first) for link in first
    )


def held_by(links: Sequence[Link]) -> Held:
    """Return the headlines' addresses that each element around them holds."""
    held: dict[etree._Element, set[str]] = defaultdict(set)
    for link in links:
        for one in (link.tag, *islice(link.tag.iterancestors(), CLIMB)):
            held[one].add(link.address)
    return dict(held)


def is_american(root: etree._Element) -> bool:
    """Say whether a page writes the month before the day: 3/20/2026."""
    return root.get("lang", "").lower().replace("_", "-") == "en-us"


def _links(root: etree._Element, *, url: str, base: str) -> Iterator[Link]:
    """Yield the links within the site whose words may be a headline."""
    site = _site(url)
    for tag in root.iter("a"):
        address = absolute(tag.get("href", ""), base).partition("#")[0]
        if not is_web(address) or not _site(address).endswith(site) or _is_no_article(address, url):
            continue
        if _is_aside(tag):
            continue
        words, is_heading = title_of(tag)
        if not (is_heading or reads_like_a_headline(words)):
            words, is_heading = _title_beside(tag), True
        if reads_like_a_headline(words) or (is_heading and _is_short_headline(words)):
            yield Link(tag=tag, address=address, words=words, is_heading=is_heading)


def _title_beside(tag: etree._Element) -> str:
    """Return the heading in the block of a link that says "read more" or is a picture, or ""."""
    found = ""
    for one in islice(tag.iterancestors(), _LABEL_CLIMB):
        links = list(islice(one.iter("a"), _LABEL_LINKS))
        if one.tag == "body" or {link.get("href") for link in links} != {tag.get("href")}:
            break
        found = found or shown(next(one.iter(*HEADINGS), None))
    return one_line(found, limit=MAX_TITLE)


def _is_full_heading(link: Link) -> bool:
    return link.is_heading and reads_like_a_headline(link.words)


def _is_short_headline(words: str) -> bool:
    return len(words.split()) >= _SHORT_WORDS and len(words) >= _SHORT_CHARS


def _is_aside(tag: etree._Element) -> bool:
    if {"author", "next", "prev", "tag"} & set(tag.get("rel", "").lower().split()):
        return True
    return any(
        one.tag in _ASIDE or one.get("role") in {"navigation", "contentinfo"}
        for one in tag.iterancestors()
    )


def _is_furniture(tag: etree._Element) -> bool:
    """Say whether the link is in what calls itself a menu, a footer or a box that is no news."""
    for one in (tag, *tag.iterancestors()):
        if one.tag in {"body", "html"}:
            return False
        names = [*one.get("class", "").split(), one.get("id", "")]
        if any(_FURNITURE.fullmatch(name) and not _WITH.match(name) for name in names):
            return True
    return False


def _repeated(links: Sequence[Link]) -> frozenset[tuple[str, ...]]:
    """Return the shapes that lead to at least three addresses."""
    addresses: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for link in links:
        addresses[_shape(link)].add(link.address)
    return frozenset(shape for shape, led in addresses.items() if len(led) >= _REPEATS)


def _shape(link: Link) -> tuple[str, ...]:
    """What the link and the elements around it are, without their places."""
    around = islice(link.tag.iterancestors(), _PATH)
    return tuple(f"{one.tag}.{first_class(one)}" for one in (link.tag, *around))


def first_class(tag: etree._Element) -> str:
    """Return the first class of an element without its numbers: "item-7" is "item-"."""
    return re.sub(r"\d+", "", tag.get("class", "").partition(" ")[0])


def _best(links: Sequence[Link]) -> list[Link]:
    """Return one link an address: in a heading if it can be."""
    best: dict[str, Link] = {}
    for link in links:
        known = best.get(link.address)
        if known is None or (link.is_heading and not known.is_heading):
            best[link.address] = link
    return list(best.values())


def _without_section_heads(links: list[Link], held: Held) -> list[Link]:
    """Return the links but those that head a section: a bare title above others' blocks."""
    return [link for link in links if not _heads_others(link, held)]


def _heads_others(link: Link, held: Held) -> bool:
    """Say whether a heading stands above the blocks of others, with nothing of its own."""
    block = block_of(link, held)
    around = block.getparent()
    if not link.is_heading or around is None or around.tag in {"body", "main"}:
        return False
    others = held.get(around, set()) - {link.address}
    if len(others) < _HEADED or shown(block) != link.words or _has_kin(block, held):
        return False
    beside = (one for one in islice(around, _BESIDE) if one is not block and not held.get(one))
    return not any(_is_own(one) for one in (block, *beside))


def _is_own(tag: etree._Element) -> bool:
    """Say whether an element beside a heading makes it a headline: a picture, a day, a teaser."""
    if next(tag.iter("img", "picture", "time"), None) is not None:
        return True
    return tag.tag == "p" and reads_like_a_headline(shown(tag))


def _has_kin(block: etree._Element, held: Held) -> bool:
    """Say whether the elements beside a block are of its make and hold headlines too."""
    after = islice(block.itersiblings(), _BESIDE)
    before = islice(block.itersiblings(preceding=True), _BESIDE)
    return any(one.tag == block.tag and held.get(one) for one in (*after, *before))


def _without_rankings(links: list[Link], held: Held) -> list[Link]:
    """Return the links but those of a numbered list without dates, where the others have some."""
    dated = {link.tag for link in links if date_in(block_of(link, held)) is not None}
    others = [link for link in links if link.tag in dated or not _is_ranked(link)]
    return others if sum(link.tag in dated for link in others) >= _LISTED else links


def _is_ranked(link: Link) -> bool:
    lists = link.tag.iterancestors("ol", "ul", "table")
    return next((one.tag == "ol" for one in lists), False)


def _is_no_article(address: str, url: str) -> bool:
    """Say whether an address is no article's: the front, this page, older headlines, a file."""
    parts, here = urlsplit(address), url.partition("#")[0]
    if parts.path in {"", "/"} and not parts.query:
        return True
    if _ARCHIVE.search(parts.path) or _FILE.search(parts.path):
        return True
    is_turned = _NEXT_PAGE.search(address) is not None
    return address == here or (is_turned and address.startswith(here.partition("?")[0].rstrip("/")))


def _site(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")
