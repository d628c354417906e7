"""A page read by a selector: what announces an article is chosen in CSS, by the operator. Pure.

Resiliparse knows CSS, lxml does not: the one marks what was chosen, the other reads it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml import etree
from resiliparse.parse.html import ElementNode, HTMLTree
from resiliparse.parse.html.exception import CSSParserException

from bot.errors import FormatError
from bot.fetch.blocks import held_by, is_american
from bot.fetch.headlines import (
    HEADINGS,
    Headline,
    Link,
    block_of,
    headline,
    reads_like_a_headline,
    shown,
    title_of,
)
from bot.fetch.items import absolute
from bot.text.urls import is_web
from bot.text.visible import one_line

MAX_SELECTOR = 300
EXAMPLE = "main h3 a"

_MARK = "data-newsdesk-chosen"
_OWN = re.compile(_MARK, re.IGNORECASE)
"""What strangers wrote chooses nothing."""

_MAX_LINKS = 100
_MAX_CHOSEN = 2000
_MAX_WITHIN = 20
_MAX_TITLE = 300
_SUGGESTED = 3
_UNEXPECTED = re.compile(r"(?:Unexpected token|Not supported): (.+)")
_END = "END-OF-FILE"


def fault_of(selector: str) -> str:
    """Return what is wrong with a selector as CSS, or "".

    >>> fault_of("main h3 a"), fault_of("main h3 >"), fault_of("a[")
    ('', 'it ends too early', 'it ends too early')
    """
    if len(selector) > MAX_SELECTOR:
        return f"it is longer than {MAX_SELECTOR} characters"
    try:
        _chosen(HTMLTree.parse(""), selector)
    except CSSParserException as error:
        found = _UNEXPECTED.search(str(error))
        if found is None or found[1].strip() == _END:
            return "it ends too early" if selector.strip() else "it is empty"
        return f"“{one_line(found[1], limit=20)}” has no place there"
    return ""


def not_css(selector: str, fault: str) -> str:
    """Return, for people, that a selector is none."""
    shown_ = one_line(selector, limit=80)
    return f"the selector “{shown_}” is not CSS: {fault}; write it as in “{EXAMPLE}”"


def marked(text: str, selector: str) -> str:
    """Return a page with what a selector chooses marked in it.

    Raises:
        ValueError: the selector is not CSS; says what is wrong with it.
    """
    fault = fault_of(selector)
    if fault:
        raise ValueError(not_css(selector, fault))
    tree = HTMLTree.parse(_OWN.sub("data-own", text))
    for chosen in _chosen(tree, selector):
        chosen.set_attribute(_MARK, "")
    return str(tree)


def _chosen(tree: HTMLTree, selector: str) -> Sequence[ElementNode]:
    """Return the first elements that a selector chooses.

    They are cut out of the parser's list, which asks its query anew for each that is taken.
    """
    return () if tree.document is None else tree.document.query_selector_all(selector)[:_MAX_CHOSEN]


def selected(root: etree._Element, *, url: str, base: str, selector: str) -> tuple[Headline, ...]:
    """Return what the marked elements of a page announce, each address once, in its order.

    A marked element is a link, lies in one, or holds one: then the link in a heading, else the
    first that reads like a headline, else the first.

    Raises:
        ValueError: nothing is marked, or nothing that is holds a link.
    """
    marked_ones = (one for one in root.iter("*") if one.get(_MARK) is not None)
    chosen = list(islice(marked_ones, _MAX_CHOSEN))
    if not chosen:
        raise ValueError(f"the selector “{selector}” matches nothing on this page")
    best: dict[str, tuple[etree._Element, Link]] = {}
    for one in chosen:
        link = _link_of(one, url=url, base=base)
        if link is not None:
            best.setdefault(link.address, (one, link))
    if not best:
        count = "1 element" if len(chosen) == 1 else f"{len(chosen)} elements"
        raise ValueError(f"the selector “{selector}” matches {count}, but none with a link to read")
    return _headlines(list(best.values())[:_MAX_LINKS], is_american(root))


def suggestion(url: str, problem: str, found: Sequence[Headline]) -> FormatError:
    """Return the error of a selector, with what the page would give without one."""
    titles = ", ".join(f"“{one.title}”" for one in found[:_SUGGESTED])
    without = (
        f"without a selector it would give {titles}"
        if titles
        else "no headlines are found without one either; look for them in the page's source"
    )
    return FormatError(url, f"{problem}; {without}")


def _headlines(
    chosen: Sequence[tuple[etree._Element, Link]],
    month_first: bool,  # noqa: FBT001  handed through
) -> tuple[Headline, ...]:
    """Return what chosen elements say; a chosen link or heading speaks with its block."""
    held = held_by([link for _, link in chosen])
    made = []
    for one, link in chosen:
        block = one if len(chosen) == 1 or _is_block(one) else block_of(link, held)
        titled = link if link.words else _titled(link, block)
        made.append(headline(titled, block, held, month_first=month_first))
    return tuple(made)


def _is_block(chosen: etree._Element) -> bool:
    """Say whether what was chosen is a block around a link, and no link or heading itself."""
    return (
        chosen.tag not in HEADINGS
        and chosen.tag != "a"
        and next(chosen.iter("a"), None) is not None
    )


def _link_of(chosen: etree._Element, *, url: str, base: str) -> Link | None:
    """Return the link that a chosen element stands for, or None when it has none to read."""
    links = list(_links_of(chosen, url=url, base=base))
    if not links:
        return None
    told = [(tag, address, *title_of(tag)) for tag, address in links]
    headed = [one for one in told if one[3] and one[2]]
    readable = [one for one in told if reads_like_a_headline(one[2])]
    tag, address, words, is_heading = (headed or readable or told)[0]
    if next(chosen.iter("a"), None) is None:
        words = one_line(shown(chosen), limit=_MAX_TITLE)  # the title alone was chosen
    elif not (headed or readable):
        words = _heading_in(chosen) or words
    return Link(tag=tag, address=address, words=words, is_heading=is_heading)


def _links_of(
    chosen: etree._Element, *, url: str, base: str
) -> Iterator[tuple[etree._Element, str]]:
    """Yield the links in a chosen element, or else the one that it lies in."""
    within = list(islice(chosen.iter("a"), _MAX_WITHIN)) or list(chosen.iterancestors("a"))
    here = url.partition("#")[0]
    for tag in within:
        address = absolute(tag.get("href", ""), base).partition("#")[0]
        if is_web(address) and address != here:
            yield tag, address


def _titled(link: Link, block: etree._Element) -> Link:
    """Return a link without words, such as a picture, with its block's heading."""
    words = _heading_in(block) or " ".join(link.tag.get("title", "").split())
    words = words or " ".join(link.tag.get("aria-label", "").split())
    return Link(tag=link.tag, address=link.address, words=words, is_heading=False)


def _heading_in(block: etree._Element) -> str:
    return one_line(shown(next(block.iter(*HEADINGS), None)), limit=_MAX_TITLE)
