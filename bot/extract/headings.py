"""The places of a page that may hold its title, and what speaks for each of them."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from html import unescape

from lxml.html import HtmlElement

from bot.extract.structured import Stated
from bot.extract.titles import LONGEST, Candidate, folded
from bot.text.visible import one_line

HEADINGS = ("h1", "h2", "h3")
_NAMED = re.compile(
    r"(?<![a-z])(?:headline|heading|titles?|titel|titre|titulo|titolo|hed)(?![a-z])", re.IGNORECASE
)
_ABOUT = re.compile(
    r"(?<![a-z])(?:article|entry|post|story|page|content|news|blog|artikel|single)\w*[-_ ]{0,2}"
    r"(?:headline|header|heading|title|titel|name|hed)(?![a-z])",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?<![a-z])(?:logo|brand|site|blog|widget|related|sidebar|teaser|footer|menu|nav|newsletter"
    r"|comments?|banner|promo|popular|recommend\w*|breadcrumbs?|sr-only|visually-hidden"
    r"|screen-reader-text|modal|cookie|share)(?![a-z])",
    re.IGNORECASE,
)
_FURNITURE = frozenset(["nav", "footer", "aside", "li", "form", "button"])
_MOST, _MOST_PARTS, _MOST_STATED = 60, 4, 4
_OPENING, _START, _LONGEST_NAMES = 60, 20, 200

_Found = Sequence[tuple[HtmlElement, str]]


def candidates(
    root: HtmlElement, *, linked: Stated, meta: Stated, text: str, announced: str = ""
) -> Iterator[Candidate]:
    """Yield every text that may be the title of the article that reads `text`."""
    for place, titles in (("linked", linked.titles), ("meta", meta.titles)):
        for number, title in enumerate(titles[:_MOST_STATED]):
            mark = place if number == 0 else f"{place}-other"
            yield Candidate(text=one_line(unescape(title), limit=LONGEST), marks=frozenset([mark]))
    page_title = next((words(one) for one in root.iter("title")), "")
    yield Candidate(text=page_title, marks=frozenset(["page"]))
    yield Candidate(text=one_line(announced, limit=LONGEST), marks=frozenset(["announced"]))
    found, above = _found(root, text)
    lines = text.split("\n\n")
    opening, only = {folded(line) for line in lines[:2]}, _only(found)
    for index, (element, line) in enumerate(found):
        marks = set(_signs(element))
        marks |= only & {f"only-{element.tag}"}
        if above:
            marks |= {"leads"} if index == above - 1 else {"below"} if index >= above else set()
        if folded(line) in opening:
            marks.add("opens")
        yield Candidate(text=line, marks=frozenset(marks))
        for part in _parts(element, line):
            yield Candidate(text=part, marks=frozenset(["part"]))


def words(element: HtmlElement) -> str:
    """Return what an element says, on one line."""
    return one_line(str(element.text_content()), limit=LONGEST)


def opens(text: str) -> Callable[[HtmlElement], bool]:
    """Return what tells whether a block begins as the first paragraph of `text` does."""
    first = next((line for line in text.split("\n\n") if len(line) > _OPENING), "")
    opening = "".join(first.split())[:_OPENING]

    def does(element: HtmlElement) -> bool:
        # Most blocks are told by their first word, before all their words are gathered.
        start = "".join((element.text or _first_words(element)).split())[:_START]
        return bool(
            start
            and opening.startswith(start)
            and "".join(words(element).split())[:_OPENING] == opening
        )

    return does


def _found(root: HtmlElement, text: str) -> tuple[_Found, int]:
    """Return the headings in order, and how many stand above the article's first paragraph."""
    begins = opens(text)
    found: list[tuple[HtmlElement, str]] = []
    above = 0
    for element in root.iter(*HEADINGS, "p", "div", "span"):
        if len(found) >= _MOST:
            break
        if element.tag in HEADINGS or _is_title(element):
            line = words(element)
            found += [(element, line)] if line else []
        elif not above and begins(element):
            above = len(found)
    return found, above


def _first_words(element: HtmlElement) -> str:
    """Return the start of a paragraph that begins with a link or a bold place."""
    return str(next(iter(element.itertext()), "")) if element.tag == "p" else ""


def _only(found: _Found) -> set[str]:
    """Return "only-h1" if there is but one, repeated or not, and so for the others."""
    said: dict[str, set[str]] = {}
    for element, line in found:
        said.setdefault(str(element.tag), set()).add(line)
    return {f"only-{tag}" for tag in ("h1", "h2") if len(said.get(tag, ())) == 1}


def _signs(element: HtmlElement) -> Iterator[str]:
    yield str(element.tag) if element.tag in HEADINGS else "class"
    names = _names(element)
    if _ABOUT.search(names):
        yield "about"
    elif _NAMED.search(names):
        yield "named"
    if _ASIDE.search(names):
        yield "aside"
    if any(one.tag in _FURNITURE for one in element.iterancestors()):
        yield "furniture"


def _parts(element: HtmlElement, line: str) -> Iterator[str]:
    """Yield the pieces of a heading that holds more than one: a kicker and the title."""
    pieces = [one_line(element.text or "")]
    for child in element:
        pieces += [words(child), one_line(child.tail or "")]
    kept = [piece for piece in pieces if piece]
    if kept == [line] and len(element) == 1:
        yield from _parts(element[0], line)
    elif 1 < len(kept) <= _MOST_PARTS:
        yield from kept


def _is_title(element: HtmlElement) -> bool:
    """A block that is called the article's title and holds no heading is one."""
    named = "headline" in (element.get("itemprop") or "") or _is_about(element.get("class", ""))
    return named and next(element.iter(*HEADINGS), None) is None


def _names(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _is_about(names: str) -> bool:
    if len(names) > _LONGEST_NAMES:
        return _ABOUT.search(names) is not None
    return _is_known(names)


# A page calls many elements the same. Long names are not remembered: there is no end to them.
@lru_cache(maxsize=4_096)
def _is_known(names: str) -> bool:
    return _ABOUT.search(names) is not None
