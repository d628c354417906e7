"""The front of an article on its page: what stands around its title and above its text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lxml.html import HtmlElement

from bot.extract.headings import HEADINGS, opens, words
from bot.extract.titles import folded

_BLOCKS = frozenset(["p", "div", "span", "section"])
_LEAVES = frozenset(
    [
        "p",
        "div",
        "span",
        "li",
        "a",
        "em",
        "strong",
        "h3",
        "h4",
        "h5",
        "h6",
        "address",
        "i",
        "b",
        "td",
        "time",
        "abbr",
        "small",
        "dd",
        "font",
        "label",
        "header",
        "ul",
    ]
)
_FURNITURE = frozenset(
    ["nav", "footer", "aside", "form", "button", "figure", "figcaption", "blockquote"]
)
_FURNITURE_AND_LISTS = _FURNITURE | {"li"}
_SURELY_OTHERS = (
    r"comments?|related|recommend\w*|sidebar|widget|popular|footer|nav|menu|newsletter|caption"
    r"|photo\w*|image\w*|avatar|disqus|bio"
)
_OTHERS = re.compile(
    rf"(?<![a-z])(?:{_SURELY_OTHERS}|respond|repl(?:y|ies)|teasers?|promo|more|trending|latest"
    r"|quote|foto\w*|bild\w*|picture|media|credits?|biography|social|share|follow|tweets?"
    r"|carousel|feed|read-?next|previous|next|also)(?![a-z])",
    re.IGNORECASE,
)
_SURE = re.compile(rf"(?<![a-z])(?:{_SURELY_OTHERS})(?![a-z])", re.IGNORECASE)
_BEFORE, _AFTER, _REACH = 40, 25, 120
"""Elements above the title, below the first paragraph, and below a title without a text."""

LONGEST_LINE, _LONGEST_NAMES = 200, 200

Line = tuple[HtmlElement, str]
"""An element and what it says on one short line; a <time> may say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The elements of a page in order, and where its title and its text begin among them.

    Without a title on the page its place is a guess, and `is_titled` is false. `beside` are
    the lines between title and text, then those around them; of no other story.
    """

    elements: tuple[HtmlElement, ...]
    title: int
    text: int
    is_titled: bool
    beside: tuple[Line, ...]

    def far(self) -> Iterator[Line]:
        """Yield the lines further down, of no other story."""
        places = range(self.text + _AFTER, len(self.elements))
        return _lines(self.elements, self.title, places, _OTHERS)

    def above(self) -> Iterator[Line]:
        """Yield the lines further up, of no other story."""
        return _lines(self.elements, self.title, range(max(0, self.title - _BEFORE)), _OTHERS)


def front_of(elements: tuple[HtmlElement, ...], *, title: str, text: str) -> Front:
    """Return the front of the article that has this title and reads `text`.

    `elements` are all of its page, in order.
    """
    begins, named = opens(text), folded(title)
    titles: list[int] = []
    for at, element in enumerate(elements):
        if element.tag in HEADINGS and named:
            line = folded(words(element))
            titles += [at] if line and (line in named or named in line) else []
        elif element.tag in _BLOCKS and begins(element):
            first = titles[-1] if titles else max(0, at - _REACH)
            return _front(elements, first, at, is_titled=bool(titles))
    titles += [at for at, element in enumerate(elements) if element.tag == "h1"]
    first = titles[0] if titles else 0
    return _front(elements, first, first + _REACH, is_titled=bool(titles))


def _front(elements: tuple[HtmlElement, ...], title: int, text: int, *, is_titled: bool) -> Front:
    around = range(max(0, title - _BEFORE), min(len(elements), text + _AFTER))
    inside = range(title, min(len(elements), text) if is_titled else 0)
    beside = (
        *_lines(elements, title, inside, _SURE),
        *_lines(elements, title, (at for at in around if at not in inside), _OTHERS),
    )
    return Front(elements=elements, title=title, text=text, is_titled=is_titled, beside=beside)


def _lines(
    elements: Sequence[HtmlElement],
    title: int,
    places: Iterable[int],
    pattern: re.Pattern[str],
) -> Iterator[Line]:
    """Yield the elements at these places that belong to the article, with what they say."""
    holding = {id(one) for one in elements[title].iterancestors()}
    told: dict[int, bool] = {}
    for at in places:
        element = elements[at]
        is_time = element.tag == "time"
        line = line_of(element)
        if (line or is_time) and not _is_others(element, holding, told, pattern):
            yield element, line


def line_of(element: HtmlElement) -> str:
    """Return a short line with its parts parted by spaces; "" when it is none, or long."""
    if element.tag not in _LEAVES:
        return ""
    if not len(element):  # most hold nothing but text
        text = element.text or ""
        return " ".join(text.split()) if len(text.strip()) <= LONGEST_LINE else ""
    said: list[str] = []
    length = 0
    for piece in element.itertext():
        said.append(str(piece))
        length += len(said[-1].strip())
        if length > LONGEST_LINE:
            return ""
    return " ".join(" ".join(said).split())


def marks_of(element: HtmlElement) -> str:
    """Return what a page calls an element."""
    kinds = ("class", "id", "rel", "itemprop", "data-testid")
    return " ".join(filter(None, (element.get(kind) for kind in kinds)))


def _is_others(
    element: HtmlElement, holding: set[int], told: dict[int, bool], pattern: re.Pattern[str]
) -> bool:
    """Say whether the element, or what holds it but not the title, is about something else."""
    path: list[int] = []
    verdict = False
    furniture = _FURNITURE if pattern is _SURE else _FURNITURE_AND_LISTS
    one: HtmlElement | None = element
    while one is not None and id(one) not in holding:
        path.append(id(one))
        called = f"{one.get('class') or ''} {one.get('id') or ''}"
        if told.get(id(one)) or one.tag in furniture or _is_called(called, pattern):
            verdict = True
            break
        if id(one) in told:
            break
        one = one.getparent()
    told.update(dict.fromkeys(path, verdict))
    return verdict


def _is_called(names: str, pattern: re.Pattern[str]) -> bool:
    if len(names) > _LONGEST_NAMES:
        return pattern.search(names) is not None
    return _is_known(names, pattern)


# A page calls many elements the same. Long names are not remembered: there is no end to them.
@lru_cache(maxsize=4_096)
def _is_known(names: str, pattern: re.Pattern[str]) -> bool:
    return pattern.search(names) is not None
