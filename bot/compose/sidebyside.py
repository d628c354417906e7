"""Disagreements and changes of a story in words: one line for its card, lists for its views."""

import re
from collections.abc import Iterable, Mapping, Sequence

from bot.compose.changes import Changed
from bot.compose.parties import is_office
from bot.models import (
    Article,
    ArticleId,
    ChangeKind,
    Difference,
    Disagreement,
    Line,
    Link,
    Moment,
    Side,
    Span,
    Text,
)
from bot.text.figures import FigureKind, figures
from bot.text.urls import is_web
from bot.text.visible import one_line

NO_DISAGREEMENTS = (
    "No disagreement was found: the reports of this story give no two figures, days or places for "
    "the same thing, and nothing that one says is denied by another."
)
NO_CHANGES = (
    "Nothing has changed in this story so far: no later report gives another figure or day for "
    "something, or corrects an earlier one."
)
_LONGEST_BY = 60
_VALUES_NAMED = 4
_EVENTS = {Difference.DAY: " on the day", Difference.PLACE: " on the place"}
_WITH_UNIT = frozenset({FigureKind.MONEY, FigureKind.SHARE})
_SINGULAR = frozenset({"toll", "cost", "price", "sum", "damage", "loss", "size", "turnout"})
_SCALE = re.compile(r"(?:million|billion|trillion)s?$")
_ARTICLES = frozenset({"The", "A", "An"})
_OF_SOMEBODY = re.compile(r"^(?:Its|His|Her|Their) (?P<what>[^,]+), (?P<name>[A-ZÀ-Ý].*)$")
_KINDS = {
    Difference.FIGURE: "How many",
    Difference.DAY: "When",
    Difference.PLACE: "Where",
    Difference.CLAIM: "Whether it is so",
}


def differing(found: Sequence[Disagreement]) -> str:
    """Return in one sentence what the sources of a story differ on; empty when on nothing."""
    parts = [part for one in found if (part := _part(one))]
    if not parts:
        return ""
    more = f"; and {len(parts) - 2} more" if len(parts) > 2 else ""  # noqa: PLR2004 (two are read)
    return f"{'; '.join(parts[:2])}{more}."


def _part(one: Disagreement) -> str:
    if one.kind is Difference.CLAIM:
        return _contradicting(one)
    unit, thing = _counted(one)
    sides: dict[str, str] = {}
    for side in one.sides:
        value = one_line(side.value)
        sides.setdefault(f"{value} {unit}" if unit else value, _by(side))
    named = [f"{value} ({by})" for value, by in list(sides.items())[:_VALUES_NAMED]]
    return f"sources differ{thing}: {', '.join(named)}"


def _contradicting(one: Disagreement) -> str:
    """Return who contradicts whom: one of each side, under the plainest of his names."""
    by: dict[int, list[str]] = {}
    for side in one.sides:
        by.setdefault(side.stand, []).append(_by(side))
    named = [min(row, key=lambda name: (", " in name, row.index(name))) for row in by.values()]
    if len(named) < 2:  # noqa: PLR2004 (it takes two)
        return ""
    named.sort(key=lambda name: re.search(r", | (?:of|for) ", name) is not None)
    first, other = (f"{name}," if ", " in name else name for name in named[:2])
    return f"{first} and {other} contradict each other"


def _counted(one: Disagreement) -> tuple[str, str]:
    """Return the unit to give with each figure, or what they are the number of, if it is known."""
    about = one_line(one.about)
    if one.kind in _EVENTS:
        return "", _EVENTS[one.kind]
    if not about:
        return "", ""
    kinds = {kind for side in one.sides for kind in _kinds(f"{side.value} {about}")}
    if kinds & _WITH_UNIT or any(_SCALE.search(side.value) for side in one.sides):
        bare = all(not _kinds(side.value) & _WITH_UNIT for side in one.sides)
        return (about, "") if bare else ("", "")
    if about.endswith(("s", "people", "men", "children")) and about.isascii():
        return "", f" on the number of {about}"
    return "", f" on the {about}" if about in _SINGULAR else ""


def _kinds(words: str) -> frozenset[FigureKind]:
    return frozenset(figure.kind for figure in figures(words))


def _by(side: Side) -> str:
    """Return who gives a side, as it stands within a sentence."""
    words = _OF_SOMEBODY.sub(r"\g<what> \g<name>", one_line(side.by, limit=_LONGEST_BY))
    first, _, rest = words.partition(" ")
    is_plain = first in _ARTICLES or (is_office(first) and not rest[:1].isupper())
    return f"{first.lower()} {rest}".strip() if is_plain else words


def sides_of(
    one: Disagreement, articles: Mapping[ArticleId, Article], *, zone: str
) -> tuple[str, tuple[Line, ...]]:
    """Return what a disagreement is about, and a line for each of its sides."""
    about = f": {one_line(one.about)}" if one.about else ""
    return f"{_KINDS[one.kind]}{about}", tuple(
        _side(s, one.kind, articles, zone) for s in one.sides
    )


def _side(side: Side, kind: Difference, articles: Mapping[ArticleId, Article], zone: str) -> Line:
    value = "" if kind is Difference.CLAIM else f"{one_line(side.value)} · "
    return (
        Text(f"{value}{one_line(side.by, limit=_LONGEST_BY)}: ", bold=True),
        Text(f"{one_line(side.sentence.text)} "),
        *_sources((cite.article for cite in side.sentence.cites), articles),
        Text(" · "),
        Moment(side.at, zone),
    )


def _sources(ids: Iterable[ArticleId], articles: Mapping[ArticleId, Article]) -> Iterable[Span]:
    for name in dict.fromkeys(ids):
        article = articles[name]
        label = one_line(article.outlet) or article.source
        yield Link(label, article.url) if is_web(article.url) else Text(label)


def change_line(one: Changed, *, zone: str) -> Line:
    """Return one change of a story: what is now, what was, who says so and when."""
    article = one.new.article
    words = {
        ChangeKind.UP: f"{one.now}, up from {one.was}:",
        ChangeKind.DOWN: f"{one.now}, down from {one.was}:",
        ChangeKind.MOVED: f"{one.now} instead of {one.was}:",
        ChangeKind.CORRECTED: f"Corrected, it said “{one.was}”:",
    }
    return (
        Moment(one.new.at, zone),
        Text(" · "),
        Text(one_line(words[one.kind]), bold=True),
        Text(f" {one_line(one.new.text)} "),
        *_sources((article.id,), {article.id: article}),
    )


def marked(kind: ChangeKind, was: str) -> str:
    """Return how a sentence that changes what was told is marked.

    >>> marked(ChangeKind.UP, "12"), marked(ChangeKind.CORRECTED, "14")
    ('New (up from 12)', 'Corrected (was 14)')
    """
    if kind is ChangeKind.CORRECTED:
        return f"Corrected (was {was})"
    return f"New ({kind} from {was})"
